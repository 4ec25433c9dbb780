import { avatar, el, iconButton } from "./dom.js";
import { trying } from "./notices.js";
import { addPerson } from "./server.js";

const dialog = document.getElementById("people");

/** Shows the cast by company, and a way to add somebody. `onChoose` gets the person. */
export function choosePerson(log, seen, current, onChoose) {
  const choose = person => {
    dialog.close();
    onChoose(person);
  };
  dialog.replaceChildren(
    el("header", { class: "dialog-head" }, el("h2", { id: "people-title" }, "Who are you?"), iconButton("close", "Close", () => dialog.close())),
    el("p", { class: "dialog-note" }, "Play any of these people. Each sees only their own chats; the second company never sees the first."),
    ...log.setup.companies.map(company => el("section", { class: "company" },
      el("h3", {}, company.name),
      el("div", { class: "people" }, ...log.setup.people.filter(person => person.tenant === company.tenant)
        .map(person => entry(person, seen.newsOf(person), person.id === current.id, () => choose(person)))))),
    addForm(log, choose));
  dialog.showModal();
  dialog.querySelector("[aria-current]")?.focus();
}

function entry(person, news, isCurrent, onClick) {
  const button = el("button", { type: "button", class: "person", onclick: onClick },
    avatar(person.name),
    el("span", { class: "me-words" }, el("span", { class: "me-name" }, person.name), el("span", { class: "me-title" }, person.title)),
    news ? el("span", { class: "count" }, String(news), el("span", { class: "visually-hidden" }, " new messages")) : null);
  if (isCurrent) button.setAttribute("aria-current", "true");
  return button;
}

function addForm(log, choose) {
  const name = el("input", { name: "name", required: true, maxLength: 100, autocomplete: "off" });
  const title = el("input", { name: "title", required: true, maxLength: 100, autocomplete: "off" });
  const company = el("select", { name: "company" }, ...log.setup.companies.map(one => el("option", { value: one.tenant }, one.name)));
  const committee = el("input", { type: "checkbox", name: "committee" });
  const form = el("form", { class: "add-person" },
    el("label", {}, "Name", name),
    el("label", {}, "What they do", title),
    el("label", {}, "Company", company),
    el("label", { class: "check" }, committee, "In the steering committee"),
    el("button", { type: "submit", class: "button primary" }, "Add and be this person"));
  form.onsubmit = event => {
    event.preventDefault();
    trying(async () => {
      const added = await addPerson({ name: name.value, title: title.value, tenant: company.value, isOnCommittee: committee.checked });
      await log.refresh();
      choose(added);
    });
  };
  return el("details", {}, el("summary", {}, "Add a person"), form);
}
