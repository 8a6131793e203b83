/** Classes that several components wear: utilities over the tokens of `app/globals.css`. */

/** A page: one column, as wide as its charts; on paper as wide as the paper. */
export const PAGE =
  'mx-auto max-w-[calc(1120px+2rem)] px-4 pt-8 pb-16 phone:pt-5 print:@container print:max-w-none print:p-0 print:[&_:is(section,p,li)]:max-w-none'

/** A finger needs 44 pixels. What takes two lines stands by its first on the line of others. */
export const TOUCH =
  'phone:inline-block phone:min-h-11 phone:min-w-11 phone:py-2.5 phone:leading-6 phone:[baseline-source:first]'

/** What is said beside the matter. */
export const ASIDE = 'text-small text-muted'
export const SUBTITLE = `mt-1 ${ASIDE}`

/** Controls that stand side by side and wrap where there is no room. */
export const LINE = 'mt-3 flex flex-wrap items-center gap-x-3 gap-y-2'

const PADDED = 'py-1 phone:min-h-11 phone:py-[calc(22px-0.75em-1px)]'
const BORDERED =
  'inline-block cursor-pointer border px-3.5 leading-normal hover:border-ink focus-within:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-ink'
export const BUTTON = `${BORDERED} ${PADDED} border-muted`
/** The button that does what the page is for. */
export const STRONG_BUTTON = `${BORDERED} ${PADDED} border-ink bg-ink text-paper`

/** What reads as a word of a sentence and is a control: underlined, and framed where colours are forced. */
const WORD =
  'appearance-none field-sizing-content max-w-full bg-no-repeat leading-[1.3] text-ellipsis forced-colors:border'
/** A line for typing within a sentence. */
export const TYPED_WORD = `${WORD} min-w-[5em] bg-[linear-gradient(var(--color-muted),var(--color-muted))] bg-size-[100%_1px] bg-position-[0_calc(50%+0.62em)]`
/** A menu within a sentence, with a mark where it opens. */
export const CHOSEN_WORD = `${WORD} min-w-[2em] cursor-pointer bg-[linear-gradient(var(--color-muted),var(--color-muted)),linear-gradient(45deg,transparent_50%,var(--color-muted)_50%),linear-gradient(-45deg,transparent_50%,var(--color-muted)_50%)] bg-size-[100%_1px,4px_4px,4px_4px] bg-position-[0_calc(50%+0.62em),right_5px_center,right_1px_center] pr-[0.9em] forced-colors:appearance-auto forced-colors:p-0 [&_option]:bg-paper [&_option]:text-ink`

/** A button within a sentence. */
export const QUIET_BUTTON = `cursor-pointer underline decoration-1 underline-offset-[0.2em] ${TOUCH}`

export const FIELD = `max-w-full border border-muted bg-paper px-2 ${PADDED}`

/** What went wrong, or was not understood. */
export const TROUBLE = 'mt-3 border-l-3 border-ink pl-4'

/** Words beneath a chart or a table, one line each. */
export const NOTES = `${ASIDE} [&>li]:mt-1 [&>li]:max-w-[52em]`

/** The last lines of a page. */
export const SOURCE = `source mt-14 flex flex-wrap justify-between gap-x-8 gap-y-2 ${ASIDE}`

/** What stands around a page. */
export const SITE_LINE =
  'mx-auto flex max-w-[calc(1120px+2rem)] flex-wrap items-baseline justify-between gap-x-8 px-4 py-3'

/** A table of lists or versions: the ways that lead from each stand on one line where there is room. */
export const LISTS_TABLE =
  'min-w-full [&_th]:whitespace-nowrap [&_.ways]:whitespace-nowrap phone:[&_.ways]:whitespace-normal [&_.ways_form]:inline [&_.ways>*:not(:last-child)]:mr-4 phone:[&_.ways>*:not(:last-child)]:mr-2 phone:[&_a]:inline-block phone:[&_a]:min-w-11 phone:[&_a]:py-2.5 phone:[&_a]:leading-6'

/** What reads as a word and leads on. */
export const QUIET_LINK =
  'cursor-pointer underline decoration-faint decoration-1 underline-offset-[0.2em]'

/** A menu beneath a chart, beside others until it is opened; on paper it would do nothing. */
export const MENU = 'text-small open:basis-full print:hidden'
/** Its word, with a mark of where it opens. */
export const SUMMARY = `inline-block ${QUIET_LINK} after:text-muted after:content-["_↓"] phone:leading-[44px] in-open:after:content-["_↑"]`
