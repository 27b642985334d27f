package org.nowrongdoor.support;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The change feed as one who keeps a copy reads it. */
public final class FeedForTests {

    private String next;

    private FeedForTests(String next) {
        this.next = next;
    }

    /** The feed from its end on. */
    public static FeedForTests fromHead() {
        return new FeedForTests(head());
    }

    /** The cursor of the end of the feed. */
    public static String head() {
        return given().get("/changes?after=now").jsonPath().getString("next");
    }

    /** Everything that is new, in order. */
    public List<Map<String, Object>> read() {
        var found = new ArrayList<Map<String, Object>>();
        for (var more = true; more; ) {
            var page = given().get("/changes?kind=all&after=" + next).jsonPath();
            found.addAll(page.getList("changes"));
            more = page.getBoolean("more");
            next = page.getString("next");
        }
        return found;
    }

    /** Reads on until each of some changes, such as {@code upsert /services/id}, has been told.
     *  @return all that was told meanwhile */
    public Set<String> await(String... changes) throws InterruptedException {
        var told = new HashSet<String>();
        var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!told.containsAll(List.of(changes))) {
            if (System.nanoTime() > end) {
                var missing = new HashSet<>(List.of(changes));
                missing.removeAll(told);
                throw new AssertionError("the feed does not tell " + missing + ", but " + told);
            }
            read().forEach(change ->
                    told.add(change.get("op") + " " + path((String) change.get("entity")) + "/" + change.get("id")));
            Thread.sleep(20);
        }
        return told;
    }

    /** Where records of a kind are read. */
    public static String path(String entity) {
        return switch (entity) {
            case "taxonomy" -> "/taxonomies";
            default -> "/" + entity + "s";
        };
    }
}
