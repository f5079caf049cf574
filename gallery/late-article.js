// An article that its page puts in when it likes, changes, and takes away.

const PARAGRAPHS = [
  "Averil and Skarrow close to a deal on the night ferry",
  "The towns of Averil and Skarrow are close to a deal that would bring back the night ferry, which has not sailed for three winters.",
  "Under the draft, Averil would deepen its harbour basin, in return for Skarrow paying a third of the cost.",
];

const place = document.getElementById("place");
const on = (id, act) => document.getElementById(id).addEventListener("click", act);

on("come", () => {
  const article = document.createElement("article");
  article.id = "story";
  article.append(...PARAGRAPHS.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
  place.replaceChildren(article);
});
on("change", () => {
  place.querySelector("p:last-of-type").firstChild.data = "Under the draft, Averil would sell its harbour basin.";
});
on("mend", () => {
  place.querySelector("p:last-of-type").textContent = PARAGRAPHS.at(-1);
});
on("go", () => place.replaceChildren());
