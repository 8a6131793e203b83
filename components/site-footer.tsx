import { SITE_LINE } from './look'
import { still } from './still'

/** Where the figures come from, whose name it is, and under which licence the code stands; the same on every page. */
const FOOTER = still(
  <footer className="border-t border-grid text-small text-muted print:hidden">
    <div className={SITE_LINE}>
      <p className="max-w-[60em]">
        Figures: the TOP500 project,{' '}
        <a
          className="underline decoration-1 underline-offset-[0.2em] phone:py-[15px]"
          href="https://www.top500.org/lists/top500/"
        >
          top500.org
        </a>
        , as printed on each list. TOP500 is a trademark of its owners, with whom TOP500 Compare is
        not affiliated. The code is free under the MIT licence.
      </p>
    </div>
  </footer>,
)

export function SiteFooter() {
  return FOOTER
}
