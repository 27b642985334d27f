package org.nowrongdoor.drill.model;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.nowrongdoor.drill.model.ModelDirectory.Location;
import org.nowrongdoor.drill.model.ModelDirectory.Service;
import org.nowrongdoor.support.FeedForTests;

/** Compares records, lists, search, a copy that follows the feed, and history with the model, field by field. */
final class ModelComparison {

    private static final int SEARCHED = 3;
    private static final int PATIENCE = 10;
    private static final Duration NOTES_ARE_TOLD = Duration.ofSeconds(7);

    /** What notes of a walk are about. */
    static final String TOPIC = "syringe_law";

    private final ModelDirectory model;
    private final FeedForTests feed = FeedForTests.fromHead();
    private final Map<String, String> copy = new LinkedHashMap<>();

    ModelComparison(ModelDirectory model) {
        this.model = model;
    }

    void compare(Random random) {
        follow();
        var now = records();
        var texts = new LinkedHashMap<String, String>(now);
        model.services.forEach(service -> compare(service, JsonPath.from(text(now, "/services/" + service.id))));
        model.organizations.forEach(owner -> {
            var shown = JsonPath.from(text(now, "/organizations/" + owner.id));
            assertEquals(owner.name, shown.getString("name"));
            assertEquals(model.shownBy(owner), set(shown.getList("locations.id")), "locations of " + owner.id);
            var own = model.services.stream()
                    .filter(service -> service.owner == owner)
                    .map(service -> service.id.toString())
                    .collect(Collectors.toSet());
            assertEquals(own, set(shown.getList("services.id")), "services of " + owner.id);
            var listed = given().get("/services?per_page=500&organization_id=" + owner.id);
            assertEquals(own, set(listed.path("contents.id")), "list of " + owner.id);
            texts.put("list", listed.asString());
        });
        model.locations.forEach(location -> {
            var shown = JsonPath.from(text(now, "/locations/" + location.id));
            assertEquals(location.isPublic ? location.name : null, shown.getString("name"), "name of " + location.id);
        });
        model.gone.forEach(path -> assertFalse(now.containsKey(path), path));
        notes();
        // The copy was made of what the feed told, when it told it.
        now.forEach((path, text) -> assertEquals(text, copy.get(path), () -> "copy of " + path));
        copy.keySet().forEach(path -> assertTrue(now.containsKey(path), () -> "the copy still has " + path));
        for (var i = 0; i < SEARCHED; i++) {
            search(model.services.get(random.nextInt(model.services.size())), texts);
        }
        histories(texts);
        for (var secret : model.secrets) {
            texts.forEach(
                    (path, text) -> assertFalse(text.contains(secret), () -> path + " tells " + secret + ": " + text));
        }
    }

    private void compare(Service service, JsonPath shown) {
        assertEquals(service.name, shown.getString("name"));
        assertEquals(service.alert, shown.getString("alert"));
        assertEquals(service.owner.name, shown.getString("organization.name"), "owner of " + service.id);
        assertEquals(service.isPublic ? "public" : "confidential", shown.getString("location_policy"));
        assertEquals(
                service.stated,
                Objects.requireNonNullElse(shown.getString("facts.exit_required.value"), "unknown"),
                "statement of " + service.id);
        assertEquals(
                service.capacity,
                Objects.requireNonNullElse(shown.getString("capacity.code"), "unknown"),
                "capacity of " + service.id);
        var at = service.shownAt().stream()
                .map(location -> location.id.toString())
                .collect(Collectors.toSet());
        assertEquals(at, set(shown.getList("service_at_locations.location.id")), "locations of " + service.id);
        if (service.told != null) {
            assertEquals(ModelDirectory.description(service), shown.getString("description"));
        }
    }

    private void search(Service service, Map<String, String> texts) {
        var byName = search(json("{'q': '%s'}", service.name));
        assertEquals(List.of(service.id.toString()), byName.getList("hits.service.id"), service.name);
        assertEquals(service.owner.name, byName.getString("hits[0].service.organization.name"));
        var sites = set(byName.getList("hits[0].service.locations.id"));
        assertEquals(service.shownAt().stream().map(at -> at.id.toString()).collect(Collectors.toSet()), sites);
        texts.put("search", byName.prettify());
        for (var location : model.locations) {
            if (service.pairs.containsKey(location) || location.place % 5 == 0) {
                searchNear(service, location);
            }
        }
        if (service.term != null) {
            var byTerm = search(json("{'q': '%s', 'size': 50}", service.term.name));
            var carriers = model.services.stream()
                    .filter(each -> each.term == service.term)
                    .map(each -> each.id.toString())
                    .collect(Collectors.toSet());
            assertEquals(carriers, set(byTerm.getList("hits.service.id")), "services with " + service.term.name);
        }
    }

    /** Asked again where a machine that is busy had no two seconds for it. */
    private static JsonPath search(String body) {
        for (var left = PATIENCE; ; left--) {
            var answer = given().contentType("application/json").body(body).post("/search");
            if (answer.statusCode() == 200 || left == 0) {
                assertEquals(200, answer.statusCode(), () -> body + " is answered by " + answer.asString());
                return answer.jsonPath();
            }
        }
    }

    private static void searchNear(Service service, Location location) {
        var near = search(json(
                "{'q': '%s', 'where': {'lat': %s, 'lon': -97.25, 'radius_km': 1}}",
                service.name, ModelDirectory.latitude(location.place)));
        var isNear = service.shownAt().stream().anyMatch(at -> at.place == location.place);
        assertEquals(
                isNear,
                near.getList("hits.service.id").contains(service.id.toString()),
                () -> service.id + " at place " + location.place);
    }

    /** Another node tells of a new note within seconds. */
    private void notes() {
        var end = System.nanoTime() + NOTES_ARE_TOLD.toNanos();
        while (true) {
            var told = new LinkedHashMap<String, String>();
            given().get("/legal-notes?state=FL&topic=" + TOPIC)
                    .jsonPath()
                    .<Map<String, Object>>getList("legal_notes")
                    .forEach(note -> told.put((String) note.get("id"), ((Map<?, ?>) note.get("text")).get("en") + ""));
            var wrong = model.notes.entrySet().stream()
                    .filter(note -> !note.getValue()
                            .equals(Optional.ofNullable(told.get(note.getKey().toString()))))
                    .toList();
            if (wrong.isEmpty()) {
                return;
            }
            assertTrue(System.nanoTime() < end, () -> "notes " + wrong + " are told as " + told);
        }
    }

    private void histories(Map<String, String> texts) {
        model.services.forEach(service -> history(texts, "/services/" + service.id));
        model.organizations.forEach(owner -> history(texts, "/organizations/" + owner.id));
        model.locations.forEach(location -> history(texts, "/locations/" + location.id));
        model.gone.stream().filter(path -> path.startsWith("/services/")).forEach(path -> history(texts, path));
    }

    private static void history(Map<String, String> texts, String path) {
        texts.put(path + "/history", given().get(path + "/history").asString());
    }

    /** Every record that can be read, as it is now. */
    private Map<String, String> records() {
        var found = new LinkedHashMap<String, String>();
        var paths = new HashSet<>(model.gone);
        model.services.forEach(service -> {
            paths.add("/services/" + service.id);
            service.pairs.values().forEach(pair -> paths.add("/service_at_locations/" + pair));
        });
        model.organizations.forEach(owner -> paths.add("/organizations/" + owner.id));
        model.locations.forEach(location -> paths.add("/locations/" + location.id));
        for (var path : paths) {
            read(path, found);
        }
        return found;
    }

    private static void read(String path, Map<String, String> into) {
        var answer = given().get(path);
        if (answer.statusCode() == 200) {
            into.put(path, answer.asString());
        } else {
            assertEquals(404, answer.statusCode(), path);
            into.remove(path);
        }
    }

    /** Reads again what the feed tells of, and nothing else. */
    private void follow() {
        var told = new LinkedHashMap<String, Boolean>();
        for (var change : feed.read()) {
            var entity = (String) change.get("entity");
            if (Set.of("service", "organization", "location", "service_at_location")
                    .contains(entity)) {
                told.put(
                        FeedForTests.path(entity) + "/" + change.get("id"),
                        change.get("op").equals("delete"));
            }
        }
        told.forEach((path, isGone) -> {
            if (isGone) {
                copy.remove(path);
            } else {
                read(path, copy);
            }
        });
    }

    private static String text(Map<String, String> records, String path) {
        var text = records.get(path);
        assertTrue(text != null, () -> path + " is not there");
        return text;
    }

    private static Set<Object> set(List<?> values) {
        return values == null
                ? Set.of()
                : values.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
