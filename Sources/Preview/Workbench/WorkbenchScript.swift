/// The script of the workbench: it draws while one types, and asks before nothing but saving.
enum WorkbenchScript {
    static let source = """
        (function () {
          "use strict";
          var main = document.querySelector("main");
          var token = main.dataset.token;

          function ask(address, fields) {
            return fetch(address, {
              method: "POST",
              headers: { "Content-Type": "application/json", "X-Sitegen-Token": token },
              body: JSON.stringify(fields)
            }).then(function (answer) {
              if (!answer.ok) { throw new Error("the preview refused this"); }
              return answer.json();
            });
          }

          function action(section, name, work) {
            section.querySelector('[data-action="' + name + '"]').addEventListener("click", work);
          }

          function edit(section) {
            var address = section.dataset.chart, area = section.querySelector("textarea");
            var picture = section.querySelector(".try"), found = section.querySelector(".found");
            var said = section.querySelector("output"), original = area.value, timer = 0, last = 0;

            function draw() {
              var number = ++last;
              ask(address + "draw", { text: area.value }).then(function (answer) {
                if (number !== last) { return; }
                found.innerHTML = answer.problems;
                picture.classList.toggle("stale", answer.wide === undefined);
                if (answer.wide !== undefined) { picture.innerHTML = answer.wide + answer.small; }
              }, function (error) { said.textContent = error.message; });
            }

            // What was said of a saved chart outlives the page, which its build loads again.
            var words = "sitegen-said:" + location.pathname;
            said.textContent = sessionStorage.getItem(words) || "";
            sessionStorage.removeItem(words);

            function changed() {
              area.toggleAttribute("data-unsaved", area.value !== original);
              said.textContent = "";
              window.clearTimeout(timer);
              timer = window.setTimeout(draw, 120);
            }

            area.addEventListener("input", changed);
            window.addEventListener("beforeunload", function (event) {
              if (area.hasAttribute("data-unsaved")) { event.preventDefault(); }
            });
            action(section, "reset", function () { area.value = original; changed(); });
            action(section, "copy", function () {
              navigator.clipboard.writeText(area.value).then(function () { said.textContent = "copied"; }, function () {
                area.select();
                said.textContent = "press Ctrl-C to copy";
              });
            });
            action(section, "save", function () {
              var text = area.value;
              ask(address + "save", { text: text }).then(function (answer) {
                said.textContent = answer.said;
                if (answer.said.indexOf("saved") !== 0) { return; }
                original = text;
                area.toggleAttribute("data-unsaved", area.value !== original);
                sessionStorage.setItem(words, answer.said);
                document.dispatchEvent(new CustomEvent("sitegen:saved"));
              }, function (error) { said.textContent = error.message; });
            });
          }

          function query(section) {
            var area = section.querySelector("textarea"), result = section.querySelector(".result");

            function run(format, take) {
              ask("/_data/query", { sql: area.value, format: format }).then(function (answer) {
                if (answer.html !== undefined) { result.innerHTML = answer.html; } else { take(answer.csv); }
              }, function (error) { result.textContent = error.message; });
            }

            function save(csv) {
              var link = document.createElement("a");
              link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
              link.download = "query.csv";
              link.click();
            }

            action(section, "query", function () { run("table", save); });
            action(section, "csv", function () { run("csv", save); });
            area.addEventListener("keydown", function (event) {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { run("table", save); }
            });
          }

          document.querySelectorAll(".editor").forEach(edit);
          document.querySelectorAll(".query").forEach(query);
        })();

        """
}
