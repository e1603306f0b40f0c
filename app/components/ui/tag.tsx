import type { ReactNode } from 'react'

/** Area, kind of data, competences: words in a line, without pills. */
export function Tags({ tags, label }: { tags: ReactNode[]; label?: string }) {
  if (tags.length === 0) return null
  return (
    <ul className="tags" aria-label={label}>
      {tags.map((tag, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shown once, never reordered
        <li key={at}>
          <Tag>{tag}</Tag>
        </li>
      ))}
    </ul>
  )
}

export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>
}
