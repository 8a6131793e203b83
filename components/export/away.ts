import { drawOffline, type LoadedDrawing } from '@/lib/picture/offline'
import { parsePicture } from '@/lib/picture/picture'
import type { Delivered } from './delivered'
import { rasterise } from './raster'

/** Draws the file of an address without the server. */
export type Away = (address: URL) => Promise<Delivered>

const refused = (message: string): Delivered => ({ kind: 'refused', message })

/** What draws a chart while the server is away: SVG and PNG, in the frame in which it was loaded. */
export function openAway(loaded: LoadedDrawing): Away {
  return async (address) => {
    const parsed = parsePicture(address.pathname.split('/').at(-1) ?? '', address.searchParams)
    if (!parsed.ok) return refused(parsed.error.map(({ message }) => message).join(' '))
    const { format } = parsed.value
    if (format !== 'svg' && format !== 'png')
      return refused(
        'The server does not answer. Try again when it is back; SVG and PNG can be had meanwhile.',
      )
    const picture = { ...parsed.value, format }
    const { bytes, mediaType, fileName } = await drawOffline(loaded, picture, rasterise)
    const { width, height } = loaded.scene.frame
    const asLoaded = picture.width === width && picture.height === height
    return {
      kind: 'file',
      file: new File([bytes], fileName, { type: mediaType }),
      note: asLoaded
        ? 'The server does not answer; this browser drew the picture itself.'
        : `The server does not answer; this browser drew the picture itself, ${width} × ${height} as loaded.`,
    }
  }
}
