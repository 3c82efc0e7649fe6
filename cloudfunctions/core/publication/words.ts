import type { PublicationContent } from '#contract/publication'

/** All that people read of it, line by line; its telephone number is for calling, and is no part. */
export const writtenWords = ({
  title,
  summary = '',
  concerns = '',
  body,
  steps = [],
  bring = [],
  place = '',
  hoursText = '',
  takesText = '',
  questions = [],
  stages = [],
  promises = [],
}: PublicationContent): string =>
  [
    ...[title, summary, concerns, body, ...steps, ...bring, place, hoursText, takesText],
    ...questions.flatMap(({ title: asked, why = '', options = [] }) => [asked, why, ...options]),
    ...stages,
    ...promises.flatMap(({ duty, who, standard, limit }) => [duty, who, standard, limit]),
  ]
    .filter(Boolean)
    .join('\n')
