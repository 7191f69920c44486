/// The style sheet of the workbench.
enum WorkbenchStyle {
    static let source = """
        :root { color-scheme: light dark; --ink: #1e2226; --ink-2: #5c6166; --bg: #fff; --panel: #f6f7f8;
          --rule: #c9ced3; --link: #2d4ba5; --warn: #961e0f;
          font: 16px/1.5 Inter, system-ui, sans-serif; color: var(--ink); background: var(--bg) }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e9ecef; --ink-2: #a6acb2; --bg: #14171a; --panel: #1d2125; --rule: #3a4046;
            --link: #8ab4e8; --warn: #ffa5b4 } }
        * { box-sizing: border-box }
        body { margin: 0 }
        a { color: var(--link) }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
        .bar { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; align-items: baseline; padding: .7rem 1.25rem;
          border-bottom: 1px solid var(--rule); background: var(--panel) }
        .bar > a { font-weight: 600; text-decoration: none; color: inherit }
        .bar nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem }
        main { padding: 1rem 1.25rem 4rem; max-width: 100rem; margin: 0 auto }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: .6rem 0 1rem }
        h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem }
        code, pre, textarea { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, monospace }
        pre { overflow-x: auto; background: var(--panel); padding: .7rem; border-radius: 4px }
        code { overflow-wrap: anywhere }
        .cards { list-style: none; padding: 0; display: grid; gap: 1.25rem;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)) }
        .cards li { border: 1px solid var(--rule); border-radius: 6px; padding: .8rem; background: var(--panel) }
        .cards a { text-decoration: none }
        .cards img { width: 100%; height: 11rem; object-fit: contain; display: block;
          margin-bottom: .6rem; border-radius: 3px }
        .cards p { margin: .3rem 0 0; font-size: .85rem; color: var(--ink-2) }
        .editor { display: grid; gap: 1.25rem; grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr) }
        @media (max-width: 60rem) { .editor { grid-template-columns: minmax(0, 1fr) } }
        .editor h2 { margin-top: 0 }
        .try { container-type: inline-size; align-self: start; border: 1px solid var(--rule);
          border-radius: 6px; padding: .6rem }
        .try.stale { opacity: .45 }
        .try svg { max-width: 100%; height: auto }
        label { display: block; font-size: .85rem; color: var(--ink-2); margin-bottom: .3rem }
        textarea { width: 100%; padding: .6rem; color: inherit; background: var(--panel);
          border: 1px solid var(--rule); border-radius: 4px; resize: vertical }
        .actions { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center }
        button { font: inherit; font-size: .9rem; color: inherit; background: var(--bg); border: 1px solid var(--ink-2);
          border-radius: 4px; padding: .25rem .8rem; cursor: pointer }
        output { font-size: .85rem; color: var(--ink-2) }
        .pictures { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
        .pictures figure { margin: 0; padding: .6rem; border: 1px solid var(--rule); border-radius: 6px;
          max-width: 100% }
        .pictures img { display: block; max-width: min(100%, 36rem); height: auto }
        .pictures .light { background: #fff; color: #1e2226; color-scheme: light }
        .pictures .dark { background: #14171a; color: #e9ecef; color-scheme: dark }
        .pictures .print img { filter: grayscale(1) }
        .pictures .protanopia img { filter: url(#protanopia) }
        .pictures .deuteranopia img { filter: url(#deuteranopia) }
        .pictures .tritanopia img { filter: url(#tritanopia) }
        .filters { position: absolute }
        figcaption { font-size: .85rem; margin-top: .4rem }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem }
        dt { color: var(--ink-2) }
        dd { margin: 0 }
        .scroll { overflow-x: auto }
        table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums }
        th, td { text-align: left; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--rule);
          vertical-align: top }
        td { max-width: 34rem }
        td > code { display: inline-block; min-width: min(14rem, 60vw) }
        .source-lines { overflow-x: auto; font-size: .85rem }
        .source-lines b { display: inline-block; min-width: 4ch; text-align: right; font-weight: normal;
          color: var(--ink-2) }
        .problems { list-style: none; padding: 0 }
        .problems li { border-left: 4px solid var(--warn); padding-left: .8rem; margin-bottom: 1rem }
        .problems p { margin: .2rem 0; overflow-wrap: anywhere }
        .problems pre { margin: .3rem 0 }

        """
}
