/** The vetting file of an organisation: what others answer to the questions of document 003, and what concerns them.
 *
 *  <p>May import: access.caller, http.parameter, http.request, problem, storage, text. */
@NullMarked
package org.nowrongdoor.directory.vetting;

import org.jspecify.annotations.NullMarked;
