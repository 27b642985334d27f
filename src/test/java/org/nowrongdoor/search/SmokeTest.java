package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.directory.*;
import org.nowrongdoor.storage.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("all")
class SmokeTest {
    @Inject
    ObjectMapper mapper;

    @Inject
    EntityManager em;

    @Inject
    Indexer indexer;

    @Test
    void smoke() throws Exception {
        QuarkusTransaction.requiringNew().call(() -> {
            for (var f : Files.list(Path.of("seed-data/services")).sorted().toList()) {
                for (var n : mapper.readTree(f.toFile())) {
                    var o = (ObjectNode) n;
                    var org = o.remove("organization");
                    if (org != null) {
                        var e = new Organization();
                        e.body = mapper.treeToValue(org, OrganizationRecord.class);
                        e.id = e.body.id();
                        e.name = e.body.name();
                        e.termIds = new UUID[0];
                        e.lastModified = Instant.now();
                        em.persist(e);
                        o.put("organization_id", e.id.toString());
                    }
                    o.path("attributes").forEach(a -> {
                        var t = (ObjectNode) a.get("taxonomy_term");
                        t.put("id", UUID.randomUUID().toString());
                        t.put("name", "x");
                        t.put("description", "y");
                    });
                    var s = new Service();
                    s.body = mapper.treeToValue(o, ServiceRecord.class);
                    s.id = s.body.id();
                    s.name = s.body.name();
                    s.organizationId = s.body.organizationId();
                    s.status = s.body.status();
                    s.kind = s.body.kind();
                    s.locationPolicy = s.body.locationPolicy();
                    s.termIds = new UUID[0];
                    s.lastModified = Instant.now();
                    em.persist(s);
                    em.createNativeQuery(
                                    "insert into change_log(entity, id, op, at) values ('service',?1,'upsert',now())")
                            .setParameter(1, s.id)
                            .executeUpdate();
                }
            }
            return 1;
        });
        for (int i = 0; i < 400 && indexer.position() < 140; i++) Thread.sleep(50);
        System.out.println("POSITION " + indexer.position());
        for (var q : new String[] {
            "/search?need=shelter.emergency&place=Minneapolis,%20MN&size=3",
            "/search?q=breaking%20free",
            "/search?q=narcan&place=Duluth,%20MN",
            "/search?need=shelter.emergency&place=Tampa,%20FL&sort=distance&fact.sobriety_required=no&law_enforcement_at_most=none"
        }) {
            var r = given().urlEncodingEnabled(false).get(q);
            System.out.println(q + " -> " + r.statusCode() + "\n"
                    + r.asString().substring(0, Math.min(6000, r.asString().length())));
        }
        System.out.println(given().accept("text/plain")
                .contentType("application/json")
                .body(
                        "{\"needs\":[\"shelter.emergency\"],\"where\":{\"place\":\"Minneapolis, MN\"},\"client\":{\"age\":29,\"gender\":\"trans_woman\",\"trading_sex\":\"current\",\"id\":\"none\"}}")
                .post("/search")
                .asString());
    }
}
