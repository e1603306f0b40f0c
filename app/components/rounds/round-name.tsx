import { Sentence } from '~/components/ui/own-words.tsx'

/** "Round 1, the summer of 2026": the number is ours, the rest is what somebody called it. */
export function RoundName({ round: { number, title } }: { round: { number: number; title: string } }) {
  return (
    <span>
      <Sentence of="rounds.named" values={{ number }} parts={{ title }} />
    </span>
  )
}
