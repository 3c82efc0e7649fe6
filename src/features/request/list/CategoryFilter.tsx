import type { Community } from '#contract/community'
import { type ReservedCategory, reservedCategories } from '#contract/request'
import { requestListText as words } from '#text/request/request'
import { Choice } from '#ui/choice/Choice'
import { useElder } from '#ui/elder/elder'
import { Folded } from '#ui/page/Folded'

export interface CategoryFilterProps {
  community: Community
  /** Those among the requests that no community defines. */
  reserved: readonly ReservedCategory[]
  /** Undefined for all categories. */
  chosen: string | undefined
  onChoose: (category: string | undefined) => void
}

const all = ''

/** Chooses all requests, or those of one category. */
export function CategoryFilter({ community, reserved, chosen = all, onChoose }: CategoryFilterProps) {
  // in large print the choice alone would fill the screen
  const elder = useElder()
  const options = [
    { value: all, title: words.allCategories },
    ...community.requestCategories.map(({ category, title }) => ({ value: category, title })),
    ...reserved.map((category) => ({ value: category, title: reservedCategories[category].title })),
  ]
  const filter = (
    <Choice
      label={words.category}
      options={options}
      chosen={chosen}
      onChoose={(category) => onChoose(category === all ? undefined : category)}
    />
  )
  const title = options.find(({ value }) => value === chosen)?.title ?? ''
  return elder ? <Folded title={words.sift(title)}>{filter}</Folded> : filter
}
