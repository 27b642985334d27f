package org.nowrongdoor.search.indexer;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.search.engine.backend.Backend;
import org.hibernate.search.engine.backend.index.IndexManager;
import org.hibernate.search.mapper.pojo.standalone.entity.SearchIndexedEntity;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.scope.TypedSearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSessionBuilder;
import org.jspecify.annotations.Nullable;

/** The index that is searched now. Another one may be built next to it and take its place. */
public final class SwitchedSearchMapping implements CloseableSearchMapping {

    private final Function<Path, CloseableSearchMapping> opener;
    private volatile CloseableSearchMapping live;
    private @Nullable CloseableSearchMapping next;
    private @Nullable CloseableSearchMapping former;

    /** @param opener opens the index that lies in a folder, or creates it there */
    public SwitchedSearchMapping(Path live, Function<Path, CloseableSearchMapping> opener) {
        this.opener = opener;
        this.live = opener.apply(live);
    }

    /** Opens an index next to the one that is searched. */
    synchronized CloseableSearchMapping openNext(Path folder) {
        var opened = opener.apply(folder);
        next = opened;
        return opened;
    }

    /** Closes it again. */
    synchronized void closeNext() {
        var closed = next;
        next = null;
        if (closed != null) {
            closed.close();
        }
    }

    /** Lets every search that begins after this have it. The former one stays open for those that have begun. */
    synchronized void turnToNext() {
        former = live;
        live = Objects.requireNonNull(next);
        next = null;
    }

    synchronized void closeFormer() {
        var closed = former;
        former = null;
        if (closed != null) {
            closed.close();
        }
    }

    @Override
    public void close() {
        closeNext();
        closeFormer();
        live.close();
    }

    @Override
    public <T> SearchScope<T> scope(Collection<? extends Class<? extends T>> classes) {
        return live.scope(classes);
    }

    @Override
    public <T> SearchScope<T> scope(Class<T> expectedSuperType, Collection<String> entityNames) {
        return live.scope(expectedSuperType, entityNames);
    }

    @Override
    public <R, T> TypedSearchScope<R, T> typedScope(Class<R> root, Collection<? extends Class<? extends T>> classes) {
        return live.typedScope(root, classes);
    }

    @Override
    public SearchSession createSession() {
        return live.createSession();
    }

    @Override
    public SearchSessionBuilder createSessionWithOptions() {
        return live.createSessionWithOptions();
    }

    @Override
    public <E> SearchIndexedEntity<E> indexedEntity(Class<E> type) {
        return live.indexedEntity(type);
    }

    @Override
    public SearchIndexedEntity<?> indexedEntity(String name) {
        return live.indexedEntity(name);
    }

    @Override
    public Collection<? extends SearchIndexedEntity<?>> allIndexedEntities() {
        return live.allIndexedEntities();
    }

    @Override
    public IndexManager indexManager(String name) {
        return live.indexManager(name);
    }

    @Override
    public Backend backend() {
        return live.backend();
    }

    @Override
    public Backend backend(String name) {
        return live.backend(name);
    }
}
