import { describe, expect, it } from 'vitest'
import { placeTip } from '@/components/charts/pointing/tip-place'

const frame = { width: 358, height: 400 }
const tip = { width: 150, height: 100 }

describe('a tip', () => {
  it('stands to the right of its mark and a little lower', () => {
    expect(placeTip({ x: 50, y: 60 }, tip, frame)).toEqual({ left: 62, top: 72 })
  })

  it('changes to the left one pixel after the right has become too narrow', () => {
    expect(placeTip({ x: 196, y: 60 }, tip, frame)).toEqual({ left: 208, top: 72 })
    expect(placeTip({ x: 197, y: 60 }, tip, frame)).toEqual({ left: 35, top: 72 })
  })

  it('does not reach beneath the frame', () => {
    expect(placeTip({ x: 50, y: 390 }, tip, frame)).toEqual({ left: 62, top: 300 })
  })

  it('stands beneath its mark where neither side has room, and within the frame', () => {
    const wide = { width: 220, height: 100 }
    expect(placeTip({ x: 147, y: 60 }, wide, frame)).toEqual({ left: 37, top: 72 })
    expect(placeTip({ x: 230, y: 60 }, wide, frame)).toEqual({ left: 120, top: 72 })
    expect(placeTip({ x: 130, y: 60 }, { width: 300, height: 100 }, frame)).toEqual({
      left: 0,
      top: 72,
    })
  })

  it('stands above it where only there is room', () => {
    expect(placeTip({ x: 147, y: 350 }, { width: 220, height: 100 }, frame)).toEqual({
      left: 37,
      top: 238,
    })
  })

  it('stands beneath it in a chart that is lower than itself', () => {
    expect(
      placeTip({ x: 147, y: 50 }, { width: 220, height: 300 }, { width: 358, height: 200 }),
    ).toEqual({ left: 37, top: 62 })
  })
})
