import { Image } from '@tarojs/components'
import { aria } from '#ui/show/aria'

export interface PictureProps {
  className?: string | undefined
  src: string
  /** What the picture shows, for somebody who cannot see it. */
  alt: string
}

/** A picture with its text alternative. */
export function Picture({ className = '', src, alt }: PictureProps) {
  return <Image className={className} src={src} mode='aspectFit' {...aria({ role: 'img', label: alt })} />
}
