import "../page.css";
import type { DealExplorer } from "deal-explorer/react";
import "deal-explorer/react";
import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { deal } from "../deal";

function App() {
  const explorer = useRef<DealExplorer>(null);
  const [title, setTitle] = useState("opening");
  const [looks, setLooks] = useState("nothing");
  return (
    <main>
      <h1>With React</h1>
      <p>The deal: <output id="deal">{title}</output>. The reader looks at: <output id="looks">{looks}</output>.</p>
      <p><button id="choose" type="button" onClick={() => explorer.current?.select("pay-ferry")}>Who pays?</button></p>
      <deal-explorer
        ref={explorer}
        data={deal}
        ondeal-ready={({ detail }) => setTitle(detail.title)}
        ondeal-select={({ detail }) => setLooks(detail.selected ?? "nothing")}
      >
        <p>North will run the ferry, and South will pay for it, the paper says.</p>
      </deal-explorer>
    </main>
  );
}

createRoot(document.getElementById("app")!).render(<StrictMode><App /></StrictMode>);
