import { element, inner } from '@/components/markup'
import { ORGANISATIONS } from '@/lib/compare/organisations'

/** The names of all known organisations, as what is offered while somebody types one; the same on every page. */
export const KNOWN_NAMES = inner(
  ORGANISATIONS.map(({ label }) => element('option', { value: label }, [])),
)
