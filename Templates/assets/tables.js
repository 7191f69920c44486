// Lets readers sort tables marked data-sortable by any column. Every table is complete and in order without it.
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
  const order = [...body.rows];
  const number = text => {
    if (text === '=') return 0;
    const found = /^[^\d]*?([-−▼]?)\s*([\d,]*\.?\d+)/.exec(text.replace('down ', '▼'));
    return found ? (found[1] ? -1 : 1) * found[2].replaceAll(',', '') : NaN;
  };
  heads.forEach((head, column) => {
    const isNumeric = head.classList.contains('num');
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      // Numbers begin with the greatest, names with the first.
      const before = head.getAttribute('aria-sort');
      const up = before ? before === 'descending' : !isNumeric;
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const key = text => isNumeric ? number(text) : text;
      const keyed = order.map(row => [row, key(row.cells[column].textContent.trim())]);
      keyed.sort(([, a], [, b]) => {
        if (!isNumeric) return (up ? 1 : -1) * a.localeCompare(b, document.documentElement.lang || undefined);
        if (isNaN(a) || isNaN(b)) return isNaN(a) - isNaN(b);
        return (up ? 1 : -1) * (a - b);
      });
      body.append(...keyed.map(([row]) => row));
    });
  });
}
