import '@fontsource-variable/inter/wght.css';
import '$lib/look/global.css';
import { mount } from 'svelte';
import { backend } from '$backend/chosen';
import Window from './frame/Window.svelte';

const target = document.getElementById('app');
if (target) mount(Window, { target, props: { backend } });
