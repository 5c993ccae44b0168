import { useEffect, useState } from "preact/hooks";
import { asset, Head, IS_BROWSER } from "fresh/runtime";

export default function Form({ label }: { label: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <>
      <Head>
        <meta name="island" content="form" />
      </Head>
      <p class="label">{label}</p>
      <input name="draft" data-ready={ready} aria-hidden={false} />
      <img src={asset("/logo.svg")} alt={IS_BROWSER ? "browser" : "server"} />
      <div class="scroller">
        {Array.from({ length: 50 }, (_, i) => <p key={i}>line {i}</p>)}
      </div>
      {ready && <output>ready</output>}
    </>
  );
}
