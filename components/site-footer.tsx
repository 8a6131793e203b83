/** Where the figures come from, whose name it is, and under which licence the code stands. */
export function SiteFooter() {
  return (
    <footer className="site">
      <div className="site-line">
        <p>
          Figures: the TOP500 project, <a href="https://www.top500.org/lists/top500/">top500.org</a>
          , as printed on each list. TOP500 is a trademark of its owners, with whom TOP500 Compare
          is not affiliated. The code is free under the MIT licence.
        </p>
      </div>
    </footer>
  )
}
