# SPDX-FileCopyrightText: Kindling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every target of the project is compiled with: strict definitions, warnings, sanitizers. Said once, here.
add_library(kindling_flags INTERFACE)
target_include_directories(kindling_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(kindling_flags INTERFACE
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_FOREACH
  QT_NO_KEYWORDS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  KINDLING_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(kindling_flags INTERFACE /W4 /utf-8 /permissive-)
else()
  target_compile_options(kindling_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<CXX_COMPILER_ID:GNU>:-Wsuggest-override>
    # What is private to a source looks as if it were in a header when several are compiled at once.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wno-subobject-linkage>
    $<$<BOOL:${KINDLING_WARNINGS_AS_ERRORS}>:-Werror>)
endif()
# Under sanitizers the program's own code is watched, each function as it was compiled there (docs/decisions/0027). Tests are linked to it but
# not watched themselves: that took more time than all else. Only the thread sanitizer has to see every lock, in the tests too.
add_library(kindling_watched INTERFACE)
if(KINDLING_SANITIZE)
  target_compile_options(kindling_watched INTERFACE -fsanitize=${KINDLING_SANITIZE} -fno-sanitize-recover=all)
  target_compile_options(kindling_flags INTERFACE -fno-omit-frame-pointer -O1 -g1)
  target_compile_definitions(kindling_flags INTERFACE _GLIBCXX_ASSERTIONS KINDLING_SANITIZED)
  target_link_options(kindling_flags INTERFACE -fsanitize=${KINDLING_SANITIZE})
  if(KINDLING_SANITIZE STREQUAL thread)
    target_link_libraries(kindling_flags INTERFACE kindling_watched)
  endif()
endif()

# kindling_sources(VARIABLE FOLDER): the sources of a folder and all below it. A new file is seen at the next build.
function(kindling_sources variable folder)
  file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${folder}/*.cpp ${folder}/*.h)
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

# kindling_test_headers(NAME LIBRARY HEADER...): precompiles headers for the tests of a library. Tests are compiled with little optimisation:
# what they call is in the library, and they are a third of all that is compiled.
function(kindling_test_headers name library)
  add_library(kindling_test_${name} OBJECT support/precompiled.cpp)
  target_link_libraries(kindling_test_${name} PRIVATE kindling_flags ${library} Qt6::Test)
  kindling_test_options(kindling_test_${name})
  target_precompile_headers(kindling_test_${name} PRIVATE
    <QtCore/QtCore> <QtConcurrent/QtConcurrent> <QtTest/QtTest> <algorithm> <functional> <memory> <optional> <span> <variant> <vector>)
  foreach(header IN LISTS ARGN)
    target_precompile_headers(kindling_test_${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/${header})
  endforeach()
endfunction()

function(kindling_test_options target)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_BINARY_DIR}/moc)
  target_compile_definitions(${target} PRIVATE KINDLING_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(NOT MSVC)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF UNITY_BUILD OFF)
endfunction()

# Hundreds of programs are linked for the tests; where GNU's faster linker is there, it takes a third of the time (docs/decisions/0027).
find_program(KINDLING_GOLD ld.gold)
mark_as_advanced(KINDLING_GOLD)

# kindling_tests(FOLDER LIBRARY): one program for each tst_*.cpp below the folder; its name and label come from its path.
# moc is called for the one file of a test, without AUTOMOC's two extra steps and extra source a program: two thirds of the time of a test.
function(kindling_tests folder library)
  set(patience 240)
  if(KINDLING_SANITIZE)
    set(patience 900)
  endif()
  file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${folder}/tst_*.cpp)
  foreach(source IN LISTS found)
    get_filename_component(name ${source} NAME_WE)
    get_filename_component(place ${source} DIRECTORY)
    get_filename_component(label ${place} NAME)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE kindling_flags ${library} Qt6::Test)
    kindling_test_options(${name})
    if(KINDLING_GOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      target_link_options(${name} PRIVATE -fuse-ld=gold)
    endif()
    string(REPLACE "kindling_" "kindling_test_" headers ${library})
    target_precompile_headers(${name} REUSE_FROM ${headers})
    qt_generate_moc(${CMAKE_CURRENT_SOURCE_DIR}/${source} ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc TARGET ${name})
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    # "tests-core" and "tests-workspace" build the tests of a folder without the rest.
    foreach(group IN ITEMS ${folder} ${label})
      if(NOT TARGET tests-${group})
        add_custom_target(tests-${group})
      endif()
      add_dependencies(tests-${group} ${name})
    endforeach()
    add_test(NAME ${place}/${name} COMMAND ${name})
    set_tests_properties(${place}/${name} PROPERTIES LABELS ${label} TIMEOUT ${patience}
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;TZ=Europe/Berlin;KINDLING_CLI=$<TARGET_FILE:kindling-cli>")
  endforeach()
endfunction()
