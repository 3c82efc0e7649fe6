import type { Community } from '#contract/community'
import { requestListText as words } from '#text/request/request'
import { Choice } from '#ui/choice/Choice'

export interface CategoryFilterProps {
  community: Community
  /** Undefined for all categories. */
  chosen: string | undefined
  onChoose: (category: string | undefined) => void
}

const all = ''

/** Chooses all requests, or those of one category. */
export function CategoryFilter({ community, chosen, onChoose }: CategoryFilterProps) {
  return (
    <Choice
      label={words.category}
      options={[
        { value: all, title: words.allCategories },
        ...community.requestCategories.map(({ category, title }) => ({ value: category, title })),
      ]}
      chosen={chosen ?? all}
      onChoose={(category) => onChoose(category === all ? undefined : category)}
    />
  )
}
