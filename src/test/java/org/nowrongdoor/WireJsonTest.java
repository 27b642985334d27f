package org.nowrongdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.record.Status;
import org.nowrongdoor.directory.store.Service;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WireJsonTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    EntityManager entities;

    @Test
    @Transactional
    void anOfficialServiceIsReadAndWrittenFieldForField() throws Exception {
        var example = mapper.readTree(
                Files.readString(Path.of(System.getProperty("hsds.dir"), "examples/service_full.json")));
        var record = mapper.treeToValue(example, ServiceRecord.class);
        assertEquals(example, mapper.readTree(mapper.writeValueAsString(record)));
        var s = new Service();
        s.id = UUID.randomUUID();
        s.name = "x";
        s.status = Status.ACTIVE;
        s.kind = Kind.SERVICE;
        s.locationPolicy = LocationPolicy.PUBLIC;
        s.termIds = new UUID[] {UUID.randomUUID()};
        s.lastModified = Instant.now();
        s.body = record;
        entities.persist(s);
        entities.flush();
        entities.clear();
        assertEquals(record, entities.find(Service.class, s.id).body);
    }
}
