package org.nowrongdoor.drill.model;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replaceOrPut;
import static org.nowrongdoor.support.Json.json;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.drill.model.ModelDirectory.Location;
import org.nowrongdoor.drill.model.ModelDirectory.Organization;
import org.nowrongdoor.drill.model.ModelDirectory.Service;
import org.nowrongdoor.drill.model.ModelDirectory.Term;
import org.nowrongdoor.taxonomy.TermIds;

/** Random edits, imports, policies, deletions and new names, drawn from a seed and done to the directory and its model. */
final class ModelWalk {

    // So many of each at most: few enough that steps meet.
    private static final int SERVICES = 12;
    private static final int LOCATIONS = 12;
    private static final int ORGANIZATIONS = 4;
    private static final int TERMS = 4;
    private static final int NOTES = 3;
    private static final int PLACES = 60;
    private static final int TOGETHER = 50;

    private final long seed;
    private final Random random;
    private final ModelNodes nodes;
    private final ModelDirectory model = new ModelDirectory();
    private final ModelComparison comparison;
    private final List<String> tail = new ArrayList<>();

    ModelWalk(long seed) {
        this(seed, ModelNodes.ONE);
    }

    ModelWalk(long seed, ModelNodes nodes) {
        this.seed = seed;
        this.random = new Random(seed);
        this.nodes = nodes;
        nodes.use(0);
        this.comparison = new ModelComparison(model);
    }

    /** Takes steps, and compares everything after every few of them and at the end. */
    void take(int steps) throws InterruptedException, SQLException {
        for (var i = 0; i < ORGANIZATIONS; i++) {
            addOrganization();
        }
        for (var i = 0; i < TERMS; i++) {
            addTerm();
        }
        for (var i = 0; i < LOCATIONS / 2; i++) {
            addLocation();
        }
        for (var i = 0; i < SERVICES / 2; i++) {
            addService();
        }
        for (var step = 1; step <= steps; step++) {
            try {
                nodes.disturb(random);
                step();
                if (step % TOGETHER == 0 || step == steps) {
                    compare();
                    tail.clear();
                }
                if (step == steps) {
                    nodes.checkDisk(List.copyOf(model.secrets));
                }
            } catch (AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ", step " + step + ": " + e.getMessage()
                                + "\nsteps since the last comparison that held:\n" + String.join("\n", tail),
                        e);
            }
        }
    }

    private void compare() throws InterruptedException {
        nodes.settle();
        for (var node = 0; node < nodes.count(); node++) {
            nodes.use(node);
            comparison.compare(random);
        }
    }

    private void step() {
        switch (random.nextInt(21)) {
            case 0 -> {
                if (model.services.size() < SERVICES) {
                    addService();
                }
            }
            case 1 -> {
                if (model.locations.size() < LOCATIONS) {
                    addLocation();
                }
            }
            case 2, 3 -> replaceService(false);
            case 4, 5 -> replaceService(true);
            case 6 -> {
                var service = any(model.services);
                service.alert = word();
                patch("/services/" + service.id, json("{'alert': '%s'}", service.alert));
            }
            case 7 -> {
                var service = any(model.services);
                var term = any(model.terms);
                service.term = term;
                patch("/services/" + service.id, "{" + ModelDirectory.attributes(term) + "}");
            }
            case 8 -> {
                var service = any(model.services);
                service.capacity = random.nextBoolean() ? "capacity" : "waitlist";
                done(
                        "capacity of " + service.id + " " + service.capacity,
                        editor().contentType("application/json")
                                .body(json("{'code': '%s'}", service.capacity))
                                .put("/services/" + service.id + "/capacity"));
            }
            case 9 -> {
                var organization = any(model.organizations);
                organization.name = word();
                patch("/organizations/" + organization.id, json("{'name': '%s'}", organization.name));
            }
            case 10 -> moveLocation();
            case 11 -> renameLocation();
            case 12 -> {
                var term = any(model.terms);
                term.name = word();
                patch("/taxonomy_terms/" + term.id, json("{'name': '%s'}", term.name));
            }
            case 13 -> hideSomething();
            case 14 -> moveService();
            case 15, 16 -> editByLink();
            case 17 -> stateByLink();
            case 18 -> writeNote();
            case 19 -> declineByLink();
            default -> deleteSomething();
        }
    }

    private void addOrganization() {
        var organization = new Organization();
        organization.name = word();
        model.organizations.add(organization);
        done(
                "PUT organization " + organization.id,
                put(
                        "/organizations/" + organization.id,
                        json("{'name': '%s', 'description': 'helps'}", organization.name)));
    }

    private void addTerm() {
        var term = new Term();
        term.name = word();
        model.terms.add(term);
        done(
                "PUT term " + term.id,
                put(
                        "/taxonomy_terms/" + term.id,
                        json(
                                "{'name': '%s', 'code': '%s', 'description': 'a kind', 'taxonomy_id': '%s', 'taxonomy': '%s'}",
                                term.name, term.name, TermIds.TAXONOMY, "No Wrong Door needs")));
    }

    private void addLocation() {
        var location = new Location(street(), any(model.organizations));
        location.name = word();
        location.place = random.nextInt(PLACES);
        model.locations.add(location);
        done("PUT location " + location.id, put("/locations/" + location.id, ModelDirectory.body(location)));
    }

    private void addService() {
        var service = new Service(any(model.organizations));
        service.name = word();
        service.alert = word();
        model.services.add(service);
        write(service, random.nextBoolean());
    }

    private void replaceService(boolean isImport) {
        var service = any(model.services);
        service.alert = word();
        // What the entry does not say is gone.
        write(service, isImport);
    }

    private void write(Service service, boolean isImport) {
        var wanted = new LinkedHashMap<Location, UUID>();
        for (var location : model.locations) {
            if (location.isPublic && random.nextInt(4) == 0) {
                wanted.put(location, service.pairs.getOrDefault(location, UUID.randomUUID()));
            }
        }
        service.told = null;
        if (service.isPublic && random.nextInt(3) == 0) {
            service.told = wanted.keySet().stream()
                    .filter(at -> at.owner == service.owner)
                    .findFirst()
                    .orElse(null);
        }
        service.capacity = "unknown";
        var body = ModelDirectory.body(service, wanted);
        if (isImport) {
            var run = importLines("?source=model", body);
            done("import " + body, run);
            assertTrue(run.asString().contains(json("'status':'completed'")), run.asString());
            if (random.nextInt(3) == 0) {
                var again = importLines("?source=model", body);
                done("the same import again", again);
                assertTrue(again.asString().contains(json("'unchanged':1")), again.asString());
            }
        } else {
            done("PUT " + body, replaceOrPut("/services/" + service.id, body));
        }
        model.replacePairs(service, wanted);
    }

    private void moveLocation() {
        var location = anyPublic();
        if (location == null) {
            return;
        }
        if (random.nextBoolean()) {
            location.place = random.nextInt(PLACES);
            patch("/locations/" + location.id, "{" + ModelDirectory.position(location) + "}");
        } else {
            location.owner = any(model.organizations);
            patch("/locations/" + location.id, json("{'organization_id': '%s'}", location.owner.id));
        }
    }

    private void renameLocation() {
        var location = anyPublic();
        if (location != null) {
            location.name = word();
            patch("/locations/" + location.id, json("{'name': '%s'}", location.name));
        }
    }

    private void moveService() {
        var service = any(model.services);
        if (service.isPublic) {
            service.owner = any(model.organizations);
            patch("/services/" + service.id, json("{'organization_id': '%s'}", service.owner.id));
        }
    }

    private void hideSomething() {
        if (random.nextInt(3) == 0) {
            var service = any(model.services);
            service.isPublic = false;
            service.told = null;
            var policy = json("{'location_policy': 'confidential', 'description': 'help'}");
            if (random.nextBoolean()) {
                patch("/services/" + service.id, policy);
            } else {
                patchByLink(service, policy);
            }
            model.settle(service);
            return;
        }
        var location = anyPublic();
        if (location != null) {
            model.hide(location);
            patch("/locations/" + location.id, json("{'location_policy': 'hidden'}"));
        }
    }

    private void deleteSomething() {
        if (random.nextBoolean() && model.services.size() > SERVICES / 3) {
            var service = any(model.services);
            done(
                    "DELETE service " + service.id,
                    editor().header("If-Match", "*").delete("/services/" + service.id));
            model.remove(service);
        } else if (model.locations.size() > LOCATIONS / 3) {
            var location = any(model.locations);
            done(
                    "DELETE location " + location.id,
                    editor().header("If-Match", "*").delete("/locations/" + location.id));
            model.remove(location);
        }
    }

    private void editByLink() {
        var service = any(model.services);
        service.alert = word();
        patchByLink(service, json("{'alert': '%s'}", service.alert));
    }

    private void stateByLink() {
        var service = any(model.services);
        var isTakenBack = random.nextInt(3) == 0;
        service.stated = isTakenBack ? "unknown" : random.nextBoolean() ? "yes" : "none_declared";
        var own = isTakenBack ? "null" : json("{'value': '%s'}", service.stated);
        done(
                "statement on " + service.id + " " + own,
                given().contentType("application/json")
                        .body(json("{'facts': {'exit_required': %s}}", own))
                        .put(link(service) + "/statement"));
    }

    /** Takes a service away for its provider; a file that still has it brings nothing back. */
    private void declineByLink() {
        if (model.services.size() <= SERVICES / 3) {
            return;
        }
        var service = any(model.services);
        done(
                "decline " + service.id,
                given().contentType("application/json")
                        .body(json("{'confirm': true}"))
                        .post(link(service) + "/decline"));
        model.remove(service);
        var file = importLines("?source=model", ModelDirectory.body(service, Map.of()));
        done("import of the declined " + service.id, file);
        assertTrue(file.asString().contains(json("'added':0")), file.asString());
    }

    private void writeNote() {
        var isNew = model.notes.size() < NOTES;
        var id = isNew ? UUID.randomUUID() : any(List.copyOf(model.notes.keySet()));
        if (!isNew && model.notes.getOrDefault(id, Optional.empty()).isPresent() && random.nextInt(3) == 0) {
            model.notes.put(id, Optional.empty());
            done("DELETE note " + id, editor().delete("/legal-notes/" + id));
            return;
        }
        var text = "The law says " + word() + ".";
        model.notes.put(id, Optional.of(text));
        done(
                "PUT note " + id + " " + text,
                put(
                        "/legal-notes/" + id,
                        json(
                                "{'state': 'FL', 'topics': ['%s'], 'text': {'en': '%s', 'es': 'Una frase.'},"
                                        + " 'citation': 'Statute 1', 'source_url': 'https://law.example/1',"
                                        + " 'as_of': '2026-08-01'}",
                                ModelComparison.TOPIC, text)));
    }

    private void patchByLink(Service service, String body) {
        done(
                "PATCH by the provider of " + service.id + " " + body,
                given().contentType("application/merge-patch+json").body(body).patch(link(service)));
    }

    private String link(Service service) {
        var known = service.link;
        if (known == null) {
            var invited = editor().contentType("application/json")
                    .body("{}")
                    .post("/services/" + service.id + "/invitations");
            done("invitation to " + service.id, invited);
            known = invited.<String>path("url").replaceFirst(".*(/provider/[^/]+)/page", "$1");
            service.link = known;
        }
        return known;
    }

    private @Nullable Location anyPublic() {
        var all = model.locations.stream().filter(location -> location.isPublic).toList();
        return all.isEmpty() ? null : any(all);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Letters that stand in no other word: numbers would be read as those of houses. */
    private String word() {
        return "zq" + letters(10);
    }

    private String street() {
        return "Quill" + letters(8);
    }

    private String letters(int count) {
        var word = new StringBuilder();
        for (var i = 0; i < count; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private void patch(String path, String body) {
        done(
                "PATCH " + path + " " + body,
                editor().contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(body)
                        .patch(path));
    }

    private void done(String step, Response answer) {
        tail.add(step);
        assertTrue(
                answer.statusCode() < 300, () -> step + " is answered by " + answer.statusCode() + answer.asString());
    }

    /** The model, for what a test knows of it. */
    Map<String, Integer> size() {
        return Map.of("services", model.services.size(), "secrets", model.secrets.size());
    }
}
