import { HttpError, type PageProps } from "fresh";

export default function Failed({ error }: PageProps) {
  const status = error instanceof HttpError ? error.status : 500;
  return <p class="error">Error {status}</p>;
}
