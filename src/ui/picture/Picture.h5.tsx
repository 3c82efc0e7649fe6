import type { PictureProps } from './Picture'

/** A picture with its text alternative. */
export function Picture({ className, src, alt }: PictureProps) {
  return <img className={className} src={src} alt={alt} />
}
