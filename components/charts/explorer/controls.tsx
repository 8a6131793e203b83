import { useId } from 'react'
import { counted } from '@/lib/compare/figure'
import type { Figure, Value } from '@/lib/figure/figure'
import { type AxisName, type Narrowable, type Narrowing, WHOLE } from '@/lib/figure/narrow'
import { editionLabel, parseEditionId } from '@/lib/model/edition'
import { BUTTON, FIELD } from '../../look'

/** A value of a level axis in words: a rank as it is, a list by its month. */
function valueWords(value: Value): string {
  const edition = typeof value === 'string' ? parseEditionId(value) : null
  return edition ? editionLabel(edition) : String(value)
}

const isTime = ({ x }: Figure) => x.type === 'time'

/** What an axis measures, without how. */
const nameOf = (figure: Figure, axis: AxisName) => figure[axis].label.split(',')[0] ?? ''

/** What is shown of a chart, in a sentence; empty for all of it. */
export function wordsOf(
  figure: Figure,
  { stops }: Narrowable,
  { hidden, from, to, scale }: Narrowing,
): string {
  const span =
    from === null && to === null
      ? ''
      : `Shown ${isTime(figure) ? 'from' : 'are ranks'} ${valueWords(from ?? stops[0] ?? '')} to ${valueWords(to ?? stops.at(-1) ?? '')}.`
  const names = figure.series.filter(({ key }) => hidden.includes(key)).map(({ label }) => label)
  const without =
    names.length > 3 ? `${counted(names.length, 'series', 'series')} of it` : names.join(', ')
  const parts = [
    span,
    names.length > 0 ? `Left out: ${without}.` : '',
    Object.keys(scale).length > 0 && span === '' && names.length === 0 ? 'Another scale.' : '',
  ].filter((part) => part !== '')
  return parts.length === 0
    ? ''
    : `${parts.join(' ')} Names and figures beside the marks, pictures and files are of the whole chart.`
}

const GROUP = 'mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-2'
const LEGEND = 'float-left mr-4 text-muted'
const BOX = 'inline-flex items-baseline gap-1.5 phone:min-h-11 phone:leading-[44px]'

type Asking = {
  figure: Figure
  offered: Narrowable
  asked: Narrowing
  onAsk: (asked: Narrowing) => void
}

/** What can be changed of a chart, as controls of the browser's own. */
export function Controls({ figure, offered, asked, onAsk }: Asking) {
  return (
    <div className="max-w-none">
      {offered.stops.length > 0 && (
        <Span figure={figure} offered={offered} asked={asked} onAsk={onAsk} />
      )}
      {offered.series.length > 0 && (
        <Shown figure={figure} offered={offered} asked={asked} onAsk={onAsk} />
      )}
      {offered.scales.length > 0 && (
        <p className={GROUP}>
          {offered.scales.map((axis) => (
            <Scale key={axis} axis={axis} figure={figure} asked={asked} onAsk={onAsk} />
          ))}
        </p>
      )}
      <p className="mt-3">
        <button type="button" className={BUTTON} onClick={() => onAsk(WHOLE)}>
          Show the whole chart
        </button>
      </p>
    </div>
  )
}

function Span({ figure, offered: { stops }, asked, onAsk }: Asking) {
  const id = useId()
  const first = stops[0] ?? ''
  const last = stops.at(-1) ?? ''
  const from = asked.from ?? first
  const to = asked.to ?? last
  const at = (value: Value) => stops.indexOf(value)
  const choose = (end: 'from' | 'to', index: number) => {
    const value = stops[index] ?? null
    const whole = value === (end === 'from' ? first : last)
    onAsk({ ...asked, [end]: whole ? null : value })
  }
  // One value is no span: each end keeps away from the other.
  const ends = [
    { end: 'from' as const, value: from, isOpen: (index: number) => index < at(to) },
    { end: 'to' as const, value: to, isOpen: (index: number) => index > at(from) },
  ]
  return (
    <fieldset className={GROUP}>
      <legend className={LEGEND}>{isTime(figure) ? 'Lists' : 'Ranks'}</legend>
      {ends.map(({ end, value, isOpen }) => (
        <span key={end} className={BOX}>
          <label htmlFor={`${id}-${end}`}>{end}</label>
          <select
            id={`${id}-${end}`}
            className={FIELD}
            value={at(value)}
            onChange={(event) => choose(end, Number(event.target.value))}
          >
            {stops.map((stop, index) =>
              isOpen(index) ? (
                <option key={stop} value={index}>
                  {valueWords(stop)}
                </option>
              ) : null,
            )}
          </select>
        </span>
      ))}
      <span className="text-muted pointer-coarse:hidden">or draw over the chart</span>
    </fieldset>
  )
}

function Shown({ offered: { series }, asked, onAsk }: Asking) {
  const { hidden } = asked
  const toggle = (key: string) =>
    onAsk({
      ...asked,
      hidden: hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key],
    })
  return (
    <fieldset className={GROUP}>
      <legend className={LEGEND}>Shown</legend>
      {series.map(({ key, label }) => {
        const shown = !hidden.includes(key)
        return (
          <label key={key} className={BOX}>
            <input
              type="checkbox"
              className="accent-ink"
              checked={shown}
              // An empty chart says nothing.
              disabled={shown && hidden.length === series.length - 1}
              onChange={() => toggle(key)}
            />
            {label}
          </label>
        )
      })}
    </fieldset>
  )
}

function Scale({ axis, figure, asked, onAsk }: Omit<Asking, 'offered'> & { axis: AxisName }) {
  const id = useId()
  const own = figure[axis].type === 'log' ? 'log' : 'linear'
  const choose = (type: string) => {
    const { [axis]: _, ...others } = asked.scale
    onAsk({
      ...asked,
      scale: type === own ? others : { ...others, [axis]: type === 'log' ? 'log' : 'linear' },
    })
  }
  return (
    <span className={BOX}>
      <label htmlFor={id} className="text-muted">
        Scale of “{nameOf(figure, axis)}”
      </label>
      <select
        id={id}
        className={FIELD}
        value={asked.scale[axis] ?? own}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="log">logarithmic</option>
        <option value="linear">linear</option>
      </select>
    </span>
  )
}
