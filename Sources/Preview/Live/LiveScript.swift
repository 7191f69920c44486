import Datasets

/// The script that keeps an open page on the newest build.
enum LiveScript {
    /// The element that a served page ends with.
    static func element(token: String, revision: Int) -> String {
        "<script src=\"/_preview/live.js\" data-token=\"\(token)\" data-revision=\"\(revision)\" defer></script>"
    }

    /// It compares the page before and after: where only style sheets or figures differ they are exchanged in place,
    /// else the page is loaded again and scrolled to where it was.
    static let source = """
        (function () {
          "use strict";
          var token = document.currentScript.dataset.token;
          var revision = document.currentScript.dataset.revision;
          var place = "sitegen-scroll:" + location.pathname;
          var before = load(), cover = null;

          var scrolled = sessionStorage.getItem(place);
          if (scrolled !== null) {
            sessionStorage.removeItem(place);
            window.scrollTo(0, Number(scrolled));
          }

          function load() {
            return fetch(location.href, { cache: "no-store" }).then(function (answer) {
              return answer.ok ? answer.text() : null;
            }, function () { return null; });
          }

          function reload() {
            if (document.querySelector("[data-unsaved]")) {
              // The build of what is being saved may be done before the page hears that it is saved.
              document.addEventListener("sitegen:saved", reload, { once: true });
              return;
            }
            sessionStorage.setItem(place, String(window.scrollY));
            location.reload();
          }

          function parsed(text) { return new DOMParser().parseFromString(text, "text/html"); }

          function styles(page) {
            return Array.from(page.querySelectorAll('link[rel="stylesheet"]'));
          }

          function figures(page) {
            return Array.from(page.querySelectorAll("figure.sg-figure[id]"));
          }

          // The page without what can be exchanged in place.
          function rest(page) {
            var copy = page.documentElement.cloneNode(true);
            styles(copy).forEach(function (link) { link.removeAttribute("href"); link.removeAttribute("integrity"); });
            copy.querySelectorAll("script[data-revision]").forEach(function (script) { script.remove(); });
            figures(copy).forEach(function (figure) { figure.replaceWith(figure.id); });
            return copy.outerHTML;
          }

          function exchangeStyles(old, fresh) {
            var links = styles(document);
            styles(fresh).forEach(function (link, index) {
              if (link.getAttribute("href") === styles(old)[index].getAttribute("href")) { return; }
              var next = link.cloneNode(true), last = links[index];
              next.addEventListener("load", function () { last.remove(); });
              last.after(next);
            });
          }

          function exchangeFigures(old, fresh) {
            figures(fresh).forEach(function (figure) {
              if (figure.outerHTML === old.getElementById(figure.id).outerHTML) { return; }
              document.getElementById(figure.id).replaceWith(document.importNode(figure, true));
            });
          }

          function update() {
            var after = load();
            Promise.all([before, after]).then(function (texts) {
              if (texts[0] === texts[1] && texts[0] !== null) { return; }
              if (texts[0] === null || texts[1] === null) { return reload(); }
              var old = parsed(texts[0]), fresh = parsed(texts[1]);
              if (rest(old) !== rest(fresh)) { return reload(); }
              exchangeStyles(old, fresh);
              exchangeFigures(old, fresh);
              before = after;
              document.dispatchEvent(new CustomEvent("sitegen:updated"));
            });
          }

          function uncover() {
            if (cover) { cover.remove(); cover = null; }
          }

          function lay(html) {
            uncover();
            cover = document.createElement("div");
            cover.id = "sitegen-problems";
            var root = cover.attachShadow({ mode: "open" });
            var sheet = new CSSStyleSheet();
            sheet.replaceSync(\(JSONText.quoted(ProblemPage.overlayStyle)));
            root.adoptedStyleSheets = [sheet];
            root.innerHTML = html;
            var button = root.querySelector("button");
            button.addEventListener("click", uncover);
            document.body.append(cover);
          }

          var events = new EventSource("/_preview/events?token=" + token);
          events.addEventListener("built", function (event) {
            uncover();
            if (event.data === revision) { return; }
            revision = event.data;
            update();
          });
          events.addEventListener("problems", function (event) { lay(JSON.parse(event.data)); });
          events.addEventListener("error", function () {
            if (events.readyState !== EventSource.CLOSED) { return; }
            // Another run of the preview has another token, which its pages know.
            window.setTimeout(function retry() {
              fetch("/_preview/live.js", { cache: "no-store" }).then(reload, function () {
                window.setTimeout(retry, 1000);
              });
            }, 1000);
          });
        })();

        """
}
