/**
 * Run something while no other process does the same for that folder. Ends with the process, too. The lock
 * lies in the folder itself: in the system's folder for temporary files another user's would stand in the way.
 */
export async function exclusively<T>(dir: string, run: () => Promise<T>): Promise<T> {
  await Deno.mkdir(dir, { recursive: true });
  using file = await Deno.open(`${dir}/build.lock`, { create: true, write: true });
  await file.lock(true);
  return await run();
}
