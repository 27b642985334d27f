package org.nowrongdoor.support;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.NewChange;

/** Puts into the store what no door lets in any more, as an older version may have left it. */
@Singleton
@Transactional
public class PoisonForTests {

    private final EntityManager entities;
    private final ChangeLog log;

    PoisonForTests(EntityManager entities, ChangeLog log) {
        this.entities = entities;
        this.log = log;
    }

    /** Sets members of a stored service, and logs that it changed. */
    public void body(UUID service, String members) {
        entities.createNativeQuery("update service set body = body || cast(:members as jsonb),"
                        + " last_modified = last_modified + interval '1 millisecond' where id = :id")
                .setParameter("members", members)
                .setParameter("id", service)
                .executeUpdate();
        log.append(List.of(new NewChange(ChangedEntity.SERVICE, service, ChangeKind.UPSERT)));
    }

    /** Logs changes of services, as one import does. */
    public void touch(List<UUID> services) {
        log.append(services.stream()
                .map(id -> new NewChange(ChangedEntity.SERVICE, id, ChangeKind.UPSERT))
                .toList());
    }
}
