const most = 10
const longest = 20

/** Splits typed skills at Chinese or Latin commas. Undefined when there are too many or one is too long. */
export function skillsOf(words: string): string[] | undefined {
  const skills = words
    .split(/[、，,;；\n]/)
    .map((skill) => skill.trim())
    .filter((skill) => skill !== '')
  return skills.length <= most && skills.every(({ length }) => length <= longest) ? skills : undefined
}
