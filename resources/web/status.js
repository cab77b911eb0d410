// SPDX-License-Identifier: MIT
// Writes the address that this page was opened with into the examples.
const isSecure = location.protocol === "https:";
for (const place of document.querySelectorAll("[data-authority]")) {
    place.textContent = location.host;
    if (isSecure) {
        const before = place.previousSibling;
        before.data = before.data.replace(/(http|ws)(:\/\/)$/, "$1s$2");
    }
}
