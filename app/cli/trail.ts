/** `samsyn trail verify [hash]`: goes through the whole trail. Ends with 1 when anything in it was edited or is missing. */
export async function trail([command, expected]: string[]): Promise<void> {
  if (command !== 'verify' || (expected && !/^[0-9a-f]{64}$/i.test(expected))) {
    process.stderr.write('samsyn trail verify [checksum noted earlier]\n')
    process.exitCode = 2
    return
  }
  const { verifyTrail } = await import('../domain/events/trail.server.ts')
  const { closeDatabase } = await import('../../db/client.ts')
  const report = await verifyTrail(expected?.toLowerCase())
  await closeDatabase()
  for (const fault of report.faults)
    process.stdout.write(
      fault.kind === 'edited'
        ? `Event ${fault.seq} was changed after it was written\n`
        : `Events are missing just before or at number ${fault.seq}\n`,
    )
  if (report.expectedFound === false) process.stdout.write('The noted checksum is not in an unbroken chain\n')
  const whole = report.faults.length === 0 && report.expectedFound !== false
  process.stdout.write(
    `${report.checked} events checked: the trail is ${whole ? 'whole' : 'BROKEN'}\nChecksum of event ${report.lastSeq}: ${report.lastHash}\n`,
  )
  if (!whole) process.exitCode = 1
}
