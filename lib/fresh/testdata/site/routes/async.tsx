import { HttpError, type PageProps } from "fresh";

export default async function Later({ url, redirect }: PageProps) {
  await Promise.resolve();
  if (url.searchParams.has("gone")) throw new HttpError(404);
  if (url.searchParams.has("away")) return new Response(null, { status: 303, headers: { location: "/" } });
  void redirect;
  return <p>later</p>;
}
