import type { ShouldRevalidateFunction } from '@remix-run/react'
import { isStale } from './form-types.ts'

/** A refusal may mean that somebody else has saved meanwhile: the page must read anew, to show what stands beside what was typed. */
export const revalidateAfterRefusal: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

/**
 * The same of pages that lead on once there is nothing left to do on them: only where somebody else has saved meanwhile. After
 * any other refusal, to be read anew would be to be led away from what was typed.
 */
export const revalidateWhenStale: ShouldRevalidateFunction = ({
  actionStatus,
  actionResult,
  defaultShouldRevalidate,
}) => (actionStatus === 409 && isStale(actionResult)) || defaultShouldRevalidate
