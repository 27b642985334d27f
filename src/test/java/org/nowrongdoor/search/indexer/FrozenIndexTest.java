package org.nowrongdoor.search.indexer;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.SearchForTests;

/** The index stands still while something is withheld: no answer of any form shows where it was.
 *  {@code -Dfrozen.answers=10000} asks so many questions over all deeds. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(FrozenIndexTest.DirectoryOfItsOwn.class)
class FrozenIndexTest {

    /** What is found here is found nowhere else. */
    public static final class DirectoryOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("directory.access.anonymous-per-minute", "1000003");
        }
    }

    private static final Logger LOG = Logger.getLogger("frozen");
    private static final int ANSWERS = Integer.getInteger("frozen.answers", 500);

    @Inject
    Indexer indexer;

    @Inject
    NextIndexJob next;

    @Inject
    NextIndexBuilder builder;

    @Inject
    IndexCheckpoint checkpoint;

    /** How a service is found once the index has followed. */
    enum After {
        FOUND_BY_AREA,
        SHOWN_BY_NAME,
        GONE
    }

    /** What is done while the index stands still. */
    enum Deed {
        CONFIDENTIAL(After.FOUND_BY_AREA) {
            @Override
            Response on(HiddenHouse house) {
                return DirectoryForTests.replace(house.path(), house.json("confidential"));
            }
        },
        HIDDEN(After.FOUND_BY_AREA) {
            @Override
            Response on(HiddenHouse house) {
                return DirectoryForTests.replace(house.path(), house.json("hidden"));
            }
        },
        CONFIDENTIAL_LOCATION(After.FOUND_BY_AREA) {
            @Override
            Response on(HiddenHouse house) {
                return patch("/locations/" + house.location(), "{'location_policy': 'confidential'}");
            }
        },
        /** Another service of the organisation is given at the same location. */
        SHARED_LOCATION(After.FOUND_BY_AREA) {
            @Override
            Response on(HiddenHouse house) {
                return DirectoryForTests.put(house.neighbour().path(), house.atSameLocation("confidential"));
            }
        },
        IMPORTED(After.FOUND_BY_AREA) {
            @Override
            Response on(HiddenHouse house) {
                return DirectoryForTests.importLines("?source=frozen", house.json("confidential"));
            }
        },
        LEFT_THE_LOCATION(After.FOUND_BY_AREA) {
            @Override
            Response on(HiddenHouse house) {
                return DirectoryForTests.replace(house.path(), house.withoutLocation());
            }
        },
        LOCATION_DELETED(After.FOUND_BY_AREA) {
            @Override
            Response on(HiddenHouse house) {
                return delete("/locations/" + house.location());
            }
        },
        ADDRESS_TAKEN_AWAY(After.FOUND_BY_AREA) {
            @Override
            Response on(HiddenHouse house) {
                return patch(
                        "/locations/" + house.location(),
                        "{'addresses': [], 'latitude': null, 'longitude': null, 'name': null}");
            }
        },
        CLOSED(After.SHOWN_BY_NAME) {
            @Override
            Response on(HiddenHouse house) {
                return patch(house.path(), "{'status': 'defunct'}");
            }
        },
        DELETED(After.GONE) {
            @Override
            Response on(HiddenHouse house) {
                return delete(house.path());
            }
        },
        DECLINED(After.GONE) {
            @Override
            Response on(HiddenHouse house) {
                String url = DirectoryForTests.editor()
                        .contentType("application/json")
                        .body("{}")
                        .post(house.path() + "/invitations")
                        .path("url");
                return given().contentType("application/json")
                        .body(json("{'confirm': true}"))
                        .post(url.replaceFirst(".*(/provider/[^/]+)/page", "$1") + "/decline");
            }
        };

        private final After after;

        Deed(After after) {
            this.after = after;
        }

        abstract Response on(HiddenHouse house);

        private static Response patch(String path, String body) {
            return DirectoryForTests.editor()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(json(body))
                    .patch(path);
        }

        private static Response delete(String path) {
            return DirectoryForTests.editor().header("If-Match", "*").delete(path);
        }
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void noAnswerShowsWhereItWas(Deed deed) throws InterruptedException {
        var house = new HiddenHouse(Arrays.asList(Deed.values()).indexOf(deed));
        assertEquals(
                201, DirectoryForTests.put(house.path(), house.json("public")).statusCode());
        SearchForTests.awaitIndexed();
        var questions = questions(house);
        var inJson = questions.stream().filter(Question::isInJson).toList();
        var before = inJson.stream().filter(one -> house.isShownIn(one.ask())).count();
        assertTrue(before >= inJson.size() / 3, "questions that never show the place prove nothing: " + before);

        var former = checkpoint.live();
        builder.retiredAfter = Duration.ofMillis(500);
        indexer.turn.acquire();
        try {
            // Another index is built meanwhile of what is stored now, and takes the place of this one when it moves on.
            next.ask();
            var done = deed.on(house);
            assertTrue(done.statusCode() < 300, done.asString());
            var most = Math.max(questions.size(), ANSWERS / Deed.values().length);
            for (var number = 0; number < most; number++) {
                var one = questions.get(number % questions.size());
                var answer = one.ask();
                assertTrue(answer.statusCode() == 200, () -> one + " is answered by " + answer.asString());
                // A service that is closed is public, and its record with it.
                var mayBeShown = deed.after == After.SHOWN_BY_NAME && !one.isOfTheIndex();
                assertFalse(
                        house.isShownIn(answer) && !mayBeShown, () -> one + " shows the place: " + answer.asString());
                assertFalse(
                        one.isOfTheIndex()
                                && answer.asString().contains(house.id().toString()),
                        one::toString);
            }
            LOG.infof("%s: 0 of %d answers show the place; %d of %d did before", deed, most, before, inJson.size());
        } finally {
            indexer.turn.release();
        }

        SearchForTests.awaitIndexed();
        awaitTurned(former);
        var found = SearchForTests.search(json("{'q': '%s', 'where': {'region': '27053'}}", house.name()))
                .getList("hits.service.id");
        assertEquals(deed.after != After.GONE, found.contains(house.id().toString()), "found by its area");
        for (var one : inJson) {
            var answer = one.ask();
            assertFalse(
                    deed.after != After.SHOWN_BY_NAME && house.isShownIn(answer),
                    () -> one + " shows the place later: " + answer.asString());
        }
    }

    private void awaitTurned(Path former) throws InterruptedException {
        for (int i = 0; i < 600 && checkpoint.live().equals(former); i++) {
            Thread.sleep(50);
        }
        assertFalse(checkpoint.live().equals(former), "another index is searched now");
    }

    /** A question in one of its forms. */
    record Question(String path, String body, String form) {

        /** FHIR reads the records themselves, which are as they should be. */
        boolean isOfTheIndex() {
            return !path.startsWith("/fhir");
        }

        boolean isInJson() {
            return form.equals("application/json");
        }

        Response ask() {
            var asked = given().accept(form).contentType("application/json");
            return body.isEmpty() ? asked.get(path) : asked.body(body).post(path);
        }
    }

    private static List<Question> questions(HiddenHouse house) {
        var forms =
                List.of("application/json", "text/plain", "text/csv", "application/geo+json", "application/x-ndjson");
        var near = json("'where': {'lat': %s, 'lon': %s, 'radius_km': 1}", house.latitude(), house.longitude());
        var bodies = List.of(
                json("{'q': '%s'}", house.name()),
                json("{'q': '%s', 'where': {'place': 'Minneapolis, MN'}, 'sort': 'distance'}", house.name()),
                json("{'size': 50, 'needs': ['shelter.emergency'], 'facets': ['need', 'kind', 'region'], ") + near
                        + "}",
                json("{'size': 50, 'sort': 'distance', ") + near + "}",
                json("{'discreet': true, ") + near + "}",
                json("{'client': {'age': 12}, 'q': '%s', ".formatted(house.name())) + near + "}",
                json("{'q': '%s', 'where': {'postal_code': '55404'}}", house.name()),
                json("{'q': '%s'}", house.street()));
        var searches = bodies.stream().flatMap(body -> forms.stream().map(form -> new Question("/search", body, form)));
        var others = Stream.of(
                new Question(
                        "/plan",
                        json("{'needs': ['shelter.emergency', 'legal.representation'], ") + near + "}",
                        forms.get(0)),
                new Question("/suggest?q=" + house.name(), "", forms.get(0)),
                new Question("/suggest?q=" + house.street(), "", forms.get(0)),
                new Question("/safety", "", forms.get(0)),
                new Question("/search?q=" + house.name() + "&place=Minneapolis, MN", "", forms.get(0)),
                new Question("/fhir/HealthcareService?name=" + house.name(), "", "application/fhir+json"));
        return Stream.concat(searches, others).toList();
    }
}
