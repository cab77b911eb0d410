// SPDX-License-Identifier: MIT
const KEPT_LINES = 500;

/**
 * Adds a line to a list and keeps its end in view, unless the reader has scrolled up. Each part is [class, text], and enters
 * the page as text only. `always`: shows the line all the same.
 */
export function addLine(list, className, parts, { data = {}, always = false } = {}) {
    const line = document.createElement("li");
    line.className = className;
    Object.assign(line.dataset, data);
    for (const [name, text] of parts) {
        const part = document.createElement("span");
        part.className = name;
        part.textContent = text;
        line.append(part);
    }
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    list.append(line);
    while (list.childElementCount > KEPT_LINES) {
        list.firstElementChild.remove();
    }
    if (atEnd || always) {
        list.scrollTop = list.scrollHeight;
    }
}
