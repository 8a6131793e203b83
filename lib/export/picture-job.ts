import type { DataTable, Figure } from '../figure/figure'
import type { Picture } from '../picture/picture'
import { type Subject, subjectFigure, subjectHref } from '../picture/subject'

/** A chart as a file. */
export type Rendered = { body: Uint8Array; mediaType: string; fileName: string }

/** A picture to be made: plain data, so that it can be made in another process. */
export type PictureJob = {
  figure: Figure
  /** Address of the view, from the root. */
  href: string
  /** How the file's name begins. */
  stem: string
  picture: Picture
  /** The rows behind the figures, where these are asked for. */
  rows: DataTable | null
}

/** What has to be known to make a picture of a subject. @param origin of the link inside it. */
export function pictureJob(subject: Subject, picture: Picture, origin: string): PictureJob {
  return {
    figure: subjectFigure(subject, picture.kind, origin),
    href: subjectHref(subject),
    stem: subject.fileStem(picture.kind),
    picture,
    rows: picture.data === 'rows' ? (subject.rows?.() ?? null) : null,
  }
}
