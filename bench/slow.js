import { load } from './lib.js'

/** A slow line: 1.6 Mbit/s each way and 150 ms from a request to its answer. */
export const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
}

/** How many times slower a phone's processor is. */
export const SLOWER = 4

/** The scene of the main page's first chart in a frame, as the page itself draws it. */
export async function sceneOf(url, width) {
  const { layScene } = await load('lay', "export { layScene } from './lib/scene/lay'")
  const figure = await (await fetch(`${url}/api/figure/rank-rmax`)).json()
  return layScene(figure, { width, words: false })
}
