import type { ShouldRevalidateFunction } from '@remix-run/react'

/** A refusal may mean that somebody else has saved meanwhile: the page must read anew, to show what stands beside what was typed. */
export const revalidateAfterRefusal: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate
