package org.nowrongdoor.http.parameter;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A parameter as a resource method declares it.
 *  @param inPath whether it stands in the path rather than in the query
 *  @param many whether it may be repeated
 *  @param type what one value of it is */
record DeclaredParameter(String name, boolean inPath, boolean many, Class<?> type) {

    /** Every parameter of a method, those inside {@code @BeanParam} included. */
    static List<DeclaredParameter> of(Method method) {
        var found = new ArrayList<DeclaredParameter>();
        for (var parameter : method.getParameters()) {
            add(found, parameter, parameter.getName(), parameter.getParameterizedType());
        }
        var more = method.getAnnotation(TakesParameters.class);
        if (more != null) {
            Arrays.stream(more.value())
                    .map(name -> new DeclaredParameter(name, false, true, String.class))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static void add(List<DeclaredParameter> found, AnnotatedElement element, String javaName, Type type) {
        if (element.isAnnotationPresent(BeanParam.class)) {
            fields(rawType(type), found);
            return;
        }
        var query = name(element.getAnnotation(QueryParam.class), element.getAnnotation(RestQuery.class), javaName);
        var path = name(element.getAnnotation(PathParam.class), element.getAnnotation(RestPath.class), javaName);
        if (query != null || path != null) {
            var many = isMany(type);
            found.add(new DeclaredParameter(
                    Objects.requireNonNullElse(query, Objects.requireNonNullElse(path, javaName)),
                    path != null,
                    many,
                    many ? element(type) : rawType(type)));
        }
    }

    private static void fields(@Nullable Class<?> holder, List<DeclaredParameter> found) {
        if (holder == null || holder == Object.class || holder == Record.class) {
            return;
        }
        fields(holder.getSuperclass(), found);
        for (var field : holder.getDeclaredFields()) {
            add(found, field, field.getName(), field.getGenericType());
        }
    }

    private static @Nullable String name(@Nullable Annotation standard, @Nullable Annotation own, String javaName) {
        if (standard instanceof QueryParam query) {
            return query.value();
        }
        if (standard instanceof PathParam path) {
            return path.value();
        }
        if (own instanceof RestQuery query) {
            return query.value().isEmpty() ? javaName : query.value();
        }
        return own instanceof RestPath path ? path.value().isEmpty() ? javaName : path.value() : null;
    }

    private static boolean isMany(Type type) {
        return rawType(type).isArray() || Collection.class.isAssignableFrom(rawType(type));
    }

    private static Class<?> element(Type type) {
        var array = rawType(type).getComponentType();
        if (array != null) {
            return array;
        }
        return type instanceof ParameterizedType list ? rawType(list.getActualTypeArguments()[0]) : String.class;
    }

    private static Class<?> rawType(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            var raw = rawType(generic.getRawType());
            return raw == Optional.class ? rawType(generic.getActualTypeArguments()[0]) : raw;
        }
        return String.class;
    }

    /** Whether a query parameter goes by this name. */
    boolean answersTo(String given) {
        return !inPath
                && (name.endsWith("*") ? given.startsWith(name.substring(0, name.length() - 1)) : name.equals(given));
    }
}
