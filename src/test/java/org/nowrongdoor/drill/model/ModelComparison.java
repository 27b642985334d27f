package org.nowrongdoor.drill.model;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.nowrongdoor.drill.model.ModelDirectory.Location;
import org.nowrongdoor.drill.model.ModelDirectory.Service;
import org.nowrongdoor.support.FeedForTests;

/** Compares records, lists, search, a copy that follows the feed, and history with the model, field by field. */
final class ModelComparison {

    private static final ObjectMapper MAPPER = new ObjectMapper();
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
        model.services.forEach(service -> compare(service, tree(text(now, "/services/" + service.id))));
        model.organizations.forEach(owner -> {
            var shown = tree(text(now, "/organizations/" + owner.id));
            assertEquals(owner.name, shown.path("name").textValue());
            assertEquals(model.shownBy(owner), ids(shown.path("locations"), "/id"), "locations of " + owner.id);
            var own = model.services.stream()
                    .filter(service -> service.owner == owner)
                    .map(service -> service.id.toString())
                    .collect(Collectors.toSet());
            assertEquals(own, ids(shown.path("services"), "/id"), "services of " + owner.id);
            var listed = given().get("/services?per_page=500&organization_id=" + owner.id)
                    .asString();
            assertEquals(own, ids(tree(listed).path("contents"), "/id"), "list of " + owner.id);
            texts.put("list", listed);
        });
        model.locations.forEach(location -> {
            var shown = tree(text(now, "/locations/" + location.id));
            assertEquals(
                    location.isPublic ? location.name : null, shown.path("name").textValue(), "name of " + location.id);
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

    private void compare(Service service, JsonNode shown) {
        assertEquals(service.name, shown.path("name").textValue());
        assertEquals(service.alert, shown.path("alert").textValue());
        assertEquals(service.owner.name, shown.at("/organization/name").textValue(), "owner of " + service.id);
        assertEquals(
                service.isPublic ? "public" : "confidential",
                shown.path("location_policy").textValue());
        assertEquals(
                service.stated, shown.at("/facts/exit_required/value").asText("unknown"), "statement of " + service.id);
        assertEquals(service.capacity, shown.at("/capacity/code").asText("unknown"), "capacity of " + service.id);
        var at = service.shownAt().stream()
                .map(location -> location.id.toString())
                .collect(Collectors.toSet());
        assertEquals(at, ids(shown.path("service_at_locations"), "/location/id"), "locations of " + service.id);
        if (service.told != null) {
            assertEquals(
                    ModelDirectory.description(service),
                    shown.path("description").textValue());
        }
    }

    private void search(Service service, Map<String, String> texts) {
        var byName = search(json("{'q': '%s'}", service.name));
        assertEquals(Set.of(service.id.toString()), found(byName), service.name);
        assertEquals(
                service.owner.name,
                byName.at("/hits/0/service/organization/name").textValue());
        var sites = ids(byName.at("/hits/0/service/locations"), "/id");
        assertEquals(service.shownAt().stream().map(at -> at.id.toString()).collect(Collectors.toSet()), sites);
        texts.put("search", byName.toString());
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
            assertEquals(carriers, found(byTerm), "services with " + service.term.name);
        }
    }

    /** Asked again where a machine that is busy had no two seconds for it. */
    private static JsonNode search(String body) {
        for (var left = PATIENCE; ; left--) {
            var answer = given().contentType("application/json").body(body).post("/search");
            if (answer.statusCode() == 200 || left == 0) {
                assertEquals(200, answer.statusCode(), () -> body + " is answered by " + answer.asString());
                return tree(answer.asString());
            }
        }
    }

    private static void searchNear(Service service, Location location) {
        var near = search(json(
                "{'q': '%s', 'where': {'lat': %s, 'lon': -97.25, 'radius_km': 1}}",
                service.name, ModelDirectory.latitude(location.place)));
        var isNear = service.shownAt().stream().anyMatch(at -> at.place == location.place);
        assertEquals(
                isNear, found(near).contains(service.id.toString()), () -> service.id + " at place " + location.place);
    }

    /** Another node tells of a new note within seconds. */
    private void notes() {
        var end = System.nanoTime() + NOTES_ARE_TOLD.toNanos();
        while (true) {
            var told = new LinkedHashMap<String, String>();
            tree(given().get("/legal-notes?state=FL&topic=" + TOPIC).asString())
                    .path("legal_notes")
                    .forEach(note -> told.put(
                            note.path("id").asText(), note.at("/text/en").asText()));
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

    private static Set<String> found(JsonNode page) {
        return ids(page.path("hits"), "/service/id");
    }

    private static Set<String> ids(JsonNode records, String pointer) {
        var ids = new HashSet<String>();
        records.forEach(record -> ids.add(record.at(pointer).textValue()));
        ids.remove(null);
        return ids;
    }

    // Not by REST Assured, to which each path costs a compiled script.
    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
