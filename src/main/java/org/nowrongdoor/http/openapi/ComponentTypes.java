package org.nowrongdoor.http.openapi;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** The Java types behind the components of a description, by name. */
final class ComponentTypes {

    private static final String ROOT = "org.nowrongdoor.";
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final Map<String, Class<?>> types = new HashMap<>();

    /** The types of the components that there are.
     *  @throws IllegalStateException when two types would be called the same */
    ComponentTypes(OpenAPI api, IndexView index) {
        var names = api.getComponents().getSchemas().keySet();
        var named = new HashMap<String, ClassInfo>();
        for (var type : index.getKnownClasses()) {
            if (type.name().toString().startsWith(ROOT)) {
                put(named, type, names);
            }
        }
        named.forEach((name, type) -> types.put(name, load(type)));
    }

    private static void put(Map<String, ClassInfo> named, ClassInfo type, Set<String> names) {
        var annotation = type.declaredAnnotation(SCHEMA);
        var given = annotation == null || annotation.value("name") == null
                ? null
                : annotation.value("name").asString();
        var name = given == null ? type.simpleName() : given;
        if (!names.contains(name) || !Modifier.isPublic(type.flags()) || !(type.isRecord() || type.isEnum())) {
            return;
        }
        var other = named.get(name);
        if (other == null) {
            named.put(name, type);
            return;
        }
        // An index that is put together from several may name a type more than once.
        if (other.name().equals(type.name())) {
            return;
        }
        var order = rank(type, given) - rank(other, null);
        if (order < 0) {
            named.put(name, type);
        } else if (order == 0) {
            throw new IllegalStateException(other.name() + " and " + type.name() + " would both be called " + name
                    + " in the description: name one with @Schema(name = …)");
        }
    }

    /** A type that was given the name comes first, one that is not nested second. */
    private static int rank(ClassInfo type, @Nullable String given) {
        if (given != null || type.declaredAnnotation(SCHEMA) != null) {
            return 0;
        }
        return type.nestingType() == ClassInfo.NestingType.TOP_LEVEL ? 1 : 2;
    }

    private static Class<?> load(ClassInfo type) {
        try {
            return Class.forName(type.name().toString(), true, ComponentTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The type of a component, null where it was written by a filter. */
    @Nullable Class<?> find(String component) {
        return types.get(component);
    }
}
