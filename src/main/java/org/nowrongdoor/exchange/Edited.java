package org.nowrongdoor.exchange;

/** What an edit has come to.
 *  @param created whether the record is new */
record Edited(boolean created, ShownRecord shown, Findings findings) {}
