// Where a browser really puts the words of a chart: the count of its texts, and every pair that overlaps and every
// one that is cut off. 2 px of line height and 1 px of width are air.
function judgeLabels(svg) {
  const frame = svg.getBoundingClientRect()
  const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim())
  const boxes = texts.map(text => text.getBoundingClientRect())
  const problems = []
  boxes.forEach((box, index) => {
    const isCut = box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 3 || box.bottom > frame.bottom + 3
    if (isCut) problems.push('cut: ' + texts[index].textContent)
    for (let earlier = 0; earlier < index; earlier++) {
      const other = boxes[earlier]
      const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
      const width = Math.min(box.right, other.right) - Math.max(box.left, other.left)
      if (width > 1 && height > Math.min(box.height, other.height) * .35)
        problems.push('overlap: ' + texts[index].textContent + ' | ' + texts[earlier].textContent)
    }
  })
  return {count: boxes.length, problems}
}
