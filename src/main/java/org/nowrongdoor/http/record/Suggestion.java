package org.nowrongdoor.http.record;

/** What a person may mean while still typing.
 *  @param type need, service, organization or place
 *  @param id a term code, a record id or a region id
 *  @param text to be shown */
public record Suggestion(String type, String id, String text) {}
