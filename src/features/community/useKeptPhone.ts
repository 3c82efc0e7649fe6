import { useEffect } from 'react'
import { keep, kept } from '#cloud/kept/kept'

/** The community's telephone number as it was last read, also where nothing can be read now: a call needs no network. */
export function useKeptPhone(phone: string | undefined): string | undefined {
  useEffect(() => {
    if (phone) keep('phone', phone)
  }, [phone])
  return phone ?? kept<string>('phone')
}
