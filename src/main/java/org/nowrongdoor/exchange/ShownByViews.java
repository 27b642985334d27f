package org.nowrongdoor.exchange;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.directory.DirectoryViews;
import org.nowrongdoor.http.Answers;
import org.nowrongdoor.storage.ChangedEntity;

/** Records as {@code GET} by id shows them, so that the tag of one is the tag of the other. */
@Alternative
@Priority(1)
@Singleton
class ShownByViews implements ShownRecords {

    private final DirectoryViews views;
    private final Answers answers;
    private final EntityManager entities;

    ShownByViews(DirectoryViews views, Answers answers, EntityManager entities) {
        this.views = views;
        this.answers = answers;
        this.entities = entities;
    }

    @Override
    public Optional<ShownRecord> find(ChangedEntity entity, UUID id) {
        entities.flush();
        return views.find(entity, id)
                .map(shown -> new ShownRecord(shown.body(), answers.tagOf(shown.body()), shown.lastModified()));
    }
}
