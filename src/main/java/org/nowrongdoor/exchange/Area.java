package org.nowrongdoor.exchange;

/** An area of the gazetteer.
 *  @param id {@code us}, a state {@code MN}, a county {@code 27053} or a place {@code MN/minneapolis}
 *  @param name as it is shown: {@code Hennepin County, MN} */
record Area(String id, String name) {}
