import { Sentence } from '~/components/ui/own-words.tsx'

/** "Problem 11: reuse each other's assessments": the number is ours, the rest is what somebody called it. */
export function ProblemName({ problem: { number, title } }: { problem: { number: number; title: string } }) {
  return (
    <span>
      <Sentence of="problems.numberedTitle" values={{ number }} parts={{ title }} />
    </span>
  )
}
