// Searches the site in the browser, from any host and from files on a disk. Nothing is loaded before a reader
// types; what is loaded are scripts that call sitegenSearch, because pages opened as files may not read data.
(function () {
  "use strict";
  var box = document.querySelector(".sg-search");
  if (!box) return;
  var form = box.querySelector("form");
  var field = box.querySelector("input");
  var status = box.querySelector("[role=status]");
  var list = box.querySelector("ol");
  var indexURL = new URL(box.dataset.index, document.baseURI).href;
  var pageSize = 10;
  var arrived = {};
  var asked = {};
  var latest = 0;

  window.sitegenSearch = function (name, data) { arrived[name] = data; };

  function load(name, file) {
    if (!asked[name]) {
      asked[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = new URL(file, indexURL).href;
        script.onload = function () { resolve(arrived[name]); };
        script.onerror = function () { delete asked[name]; reject(new Error(file)); };
        document.head.appendChild(script);
      });
    }
    return asked[name];
  }

  function loadIndex() {
    return load("index", indexURL).then(function (index) {
      if (typeof index.words === "string") index.words = index.words ? index.words.split(" ") : [];
      return index;
    });
  }

  // The same as the generator does to the words of the pages.
  function fold(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function wordsOf(text) {
    var apart = fold(text).replace(/[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g, " $& ");
    return (apart.match(/[\p{L}\p{N}\p{M}]+/gu) || []).filter(function (word) {
      return word.charCodeAt(0) > 127 || word.length > 2 || (word.length === 2 && !/^\d+$/.test(word));
    });
  }

  function firstAtLeast(words, word) {
    var low = 0, high = words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (words[middle] < word) low = middle + 1; else high = middle;
    }
    return low;
  }

  // How many letters must be changed, added, left out or swapped; more than the limit counts as limit + 1.
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    var before = [], last = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) last[j] = j;
    for (i = 1; i <= a.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) return limit + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  // The words of the site that a typed word stands for, each with what a match by it is worth.
  function meanings(word, words) {
    var found = [], place = firstAtLeast(words, word), i, stem;
    for (i = place; i < words.length && found.length < 40 && words[i].startsWith(word); i++) {
      found.push({ place: i, worth: words[i] === word ? 1 : 0.5 });
    }
    for (stem = word.slice(0, -1); stem.length > 2 && stem.length >= word.length - 2; stem = stem.slice(0, -1)) {
      i = firstAtLeast(words, stem);
      if (words[i] === stem) found.push({ place: i, worth: 0.6 });
    }
    if (found.length || word.length < 4) return { found: found, exact: true };
    var limit = word.length < 6 ? 1 : 2;
    for (i = 0; i < words.length; i++) {
      var far = distance(word, words[i], limit);
      if (far <= limit) found.push({ place: i, worth: 0.5 / far, far: far });
    }
    var nearest = Math.min.apply(null, found.map(function (match) { return match.far; }));
    found = found.filter(function (match) { return match.far === nearest; });
    return { found: found, exact: false };
  }

  function search(text) {
    return loadIndex().then(function (index) {
      var typed = wordsOf(text);
      var terms = typed.map(function (word) { return meanings(word, index.words); });
      var shards = {};
      terms.forEach(function (term) {
        term.found.forEach(function (match) { shards[Math.floor(match.place / index.wordsInShard)] = true; });
      });
      return Promise.all(Object.keys(shards).map(function (shard) {
        return load("words-" + shard, index.wordFiles[shard]);
      })).then(function () { return rank(index, terms); });
    });
  }

  function rank(index, terms) {
    var documents = new Map(), hits = new Set(), corrected = [];
    terms.forEach(function (term, number) {
      term.found.forEach(function (match) {
        var word = index.words[match.place];
        hits.add(word);
        if (!term.exact) corrected.push(word);
        var shard = arrived["words-" + Math.floor(match.place / index.wordsInShard)];
        var postings = shard[match.place % index.wordsInShard], at = 0;
        var rarity = Math.log(1 + (2 * index.count) / postings.length);
        for (var i = 0; i < postings.length; i += 2) {
          at += postings[i];
          var entry = documents.get(at);
          if (!entry) documents.set(at, (entry = { document: at, scores: {} }));
          entry.scores[number] = Math.max(entry.scores[number] || 0, postings[i + 1] * match.worth * rarity);
        }
      });
    });
    var results = Array.from(documents.values());
    results.forEach(function (entry) {
      var scores = Object.values(entry.scores);
      entry.matched = scores.length;
      entry.score = scores.reduce(function (sum, score) { return sum + score; }, 0);
    });
    var most = results.reduce(function (most, entry) { return Math.max(most, entry.matched); }, 0);
    results = results.filter(function (entry) { return entry.matched === most; });
    results.sort(function (a, b) { return b.score - a.score || a.document - b.document; });
    return { index: index, results: results, hits: hits, corrected: corrected };
  }

  function add(parent, name, text, className) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    parent.appendChild(element);
    return element;
  }

  // The stretch of a text with the most of what was looked for, which is marked in it.
  function excerpt(parent, text, hits) {
    var found = [], match, pattern = /[\p{L}\p{N}\p{M}]+/gu;
    while ((match = pattern.exec(text))) {
      if (hits.has(fold(match[0]))) found.push({ start: match.index, end: pattern.lastIndex });
    }
    var best = found[0], most = 0;
    found.forEach(function (first, number) {
      var count = 0;
      for (var i = number; i < found.length && found[i].end < first.start + 200; i++) count++;
      if (count > most) { most = count; best = first; }
    });
    var start = best ? Math.max(0, text.lastIndexOf(" ", Math.max(0, best.start - 60)) + 1) : 0;
    if (best && best.start < 80) start = 0;
    var end = text.length > start + 240 ? text.lastIndexOf(" ", start + 240) : text.length;
    if (end <= start) end = Math.min(text.length, start + 240);
    var line = add(parent, "p", "", "sg-search-excerpt"), at = start;
    if (start > 0) line.append("… ");
    found.forEach(function (hit) {
      if (hit.start < at || hit.end > end) return;
      line.append(text.slice(at, hit.start));
      add(line, "mark", text.slice(hit.start, hit.end));
      at = hit.end;
    });
    line.append(text.slice(at, end) + (end < text.length ? " …" : ""));
  }

  function show(answer, from) {
    var index = answer.index, part = answer.results.slice(from, from + pageSize);
    return Promise.all(part.map(function (entry) {
      var shard = Math.floor(entry.document / index.textsInShard);
      return load("texts-" + shard, index.textFiles[shard]).then(function (texts) {
        return texts[entry.document % index.textsInShard];
      });
    })).then(function (texts) {
      var more = list.querySelector(".sg-search-more");
      if (more) more.remove();
      texts.forEach(function (text, number) {
        var item = add(list, "li");
        var link = add(item, "a", text.t);
        link.href = text.u;
        if (text.h) add(link, "span", " › " + text.h, "sg-search-section");
        excerpt(item, text.x, answer.hits);
        if (from > 0 && number === 0) link.focus();
      });
      if (from + pageSize < answer.results.length) {
        var button = add(add(list, "li", "", "sg-search-more"), "button", word("more"));
        button.type = "button";
        button.onclick = function () { show(answer, from + pageSize); };
      }
    });
  }

  /* The page holds what is said, in its own language. */
  function word(name, text, count) {
    return box.getAttribute("data-" + name).split("{count}").join(count).split("{text}").join(text);
  }

  function say(answer, text) {
    var count = answer.results.length;
    var words = word(count === 0 ? "none" : count === 1 ? "one" : "many", text, count);
    if (count && answer.corrected.length) {
      words += " " + word("read-as", Array.from(new Set(answer.corrected)).slice(0, 3).join(", "));
    }
    status.textContent = words;
  }

  function run() {
    var text = field.value.trim(), turn = ++latest;
    try {
      history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : location.pathname);
    } catch (refused) { /* some browsers keep the addresses of files as they are */ }
    if (!wordsOf(text).length) {
      list.textContent = "";
      status.textContent = "";
      return;
    }
    search(text).then(function (answer) {
      if (turn !== latest) return;
      list.textContent = "";
      say(answer, text);
      return show(answer, 0);
    }).catch(function (error) {
      if (turn === latest) status.textContent = word("failed", error.message);
    });
  }

  var timer;
  field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(run, 150);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  box.addEventListener("keydown", function (event) {
    var stops = [field].concat(Array.from(list.querySelectorAll("a, button")));
    var at = stops.indexOf(document.activeElement);
    if (at < 0 || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    var next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) next.focus();
    event.preventDefault();
  });
  var query = new URLSearchParams(location.search).get("q");
  if (query) {
    field.value = query;
    run();
  }
})();
