import { Banner } from '#ui/page/Banner'
import { Maybe } from '#ui/show/Maybe'

/** Why it was not done, beside what was pressed; nothing where there is nothing to say. */
export function Failure({ children }: { children: string | false | undefined }) {
  return <Maybe>{children && <Banner tone='bad'>{children}</Banner>}</Maybe>
}
